package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.DatabaseSource;
import io.junheng.definition.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command asks a job to do.
 *
 * @param lake root of the lake: a path or a Hadoop URI
 * @param landing root of the delivered files; needed by an ingest only
 * @param periods periods to work on; empty: all that are found
 * @param keyFile file with the key of the pseudonyms; made if it is missing and {@code makeKey}
 * @param makeKey whether a missing key may be made (the demo); otherwise a missing key is a
 *     configuration mistake
 * @param older what becomes of a delivery that was replaced or taken back before
 * @param databases whose rows are delivered like files
 * @param command name and arguments as given, for the ledger; secrets already masked
 */
public record JobRequest(
    Catalogue catalogue,
    String lake,
    Optional<String> landing,
    List<Period> periods,
    String keyFile,
    boolean makeKey,
    Older older,
    List<DatabaseSource> databases,
    List<String> command) {
  /** What becomes of a delivery whose files were all known before and no longer stand. */
  public enum Older {
    /** It is left alone, and the user is told. */
    LEFT,
    /** It is taken like a new one. */
    TAKEN
  }

  /** A request that leaves older deliveries alone. */
  public JobRequest(
      Catalogue catalogue,
      String lake,
      Optional<String> landing,
      List<Period> periods,
      String keyFile,
      boolean makeKey,
      List<String> command) {
    this(catalogue, lake, landing, periods, keyFile, makeKey, Older.LEFT, List.of(), command);
  }

  /** The same, but older deliveries are treated as said. */
  public JobRequest with(Older older) {
    return new JobRequest(
        catalogue, lake, landing, periods, keyFile, makeKey, older, databases, command);
  }

  /** The same, with deliveries that lie in databases. */
  public JobRequest with(List<DatabaseSource> sources) {
    return new JobRequest(
        catalogue, lake, landing, periods, keyFile, makeKey, older, sources, command);
  }

  public JobRequest {
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(lake, "lake");
    periods = List.copyOf(periods);
    databases = List.copyOf(databases);
    command = List.copyOf(command);
  }
}
