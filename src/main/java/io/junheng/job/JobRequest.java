package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.DatabaseSource;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.lake.RunHead;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
 * @param wishes what is done beyond what has changed
 * @param runId what the run is to be known by; empty: one is made
 * @param frameworks ids of those that are worked out, the others' results stay as they are; empty:
 *     all
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
    Set<Wish> wishes,
    Optional<RunId> runId,
    Set<String> frameworks,
    List<DatabaseSource> databases,
    List<String> command) {
  /** What a run does beyond what has changed. */
  public enum Wish {
    /** Reads every delivered file, whatever its size and time say. */
    VERIFY,
    /** Looks again at what was refused, although nothing has changed. */
    RETRY,
    /** Takes all deliveries in again and works everything out, changed or not. */
    EVERYTHING
  }

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
    this(
        catalogue,
        lake,
        landing,
        periods,
        keyFile,
        makeKey,
        Older.LEFT,
        Set.of(),
        Optional.empty(),
        Set.of(),
        List.of(),
        command);
  }

  /** The same, but older deliveries are treated as said. */
  public JobRequest with(Older older) {
    return new JobRequest(
        catalogue,
        lake,
        landing,
        periods,
        keyFile,
        makeKey,
        older,
        wishes,
        runId,
        frameworks,
        databases,
        command);
  }

  /** The same, to be known by that id. */
  public JobRequest with(RunId runId) {
    return new JobRequest(
        catalogue,
        lake,
        landing,
        periods,
        keyFile,
        makeKey,
        older,
        wishes,
        Optional.of(runId),
        frameworks,
        databases,
        command);
  }

  /** The same, with that wish among its wishes. */
  public JobRequest with(Wish wish) {
    Set<Wish> all = EnumSet.of(wish);
    all.addAll(wishes);
    return new JobRequest(
        catalogue,
        lake,
        landing,
        periods,
        keyFile,
        makeKey,
        older,
        all,
        runId,
        frameworks,
        databases,
        command);
  }

  /** The same for these periods. */
  public JobRequest ofPeriods(List<Period> otherPeriods) {
    return new JobRequest(
        catalogue,
        lake,
        landing,
        otherPeriods,
        keyFile,
        makeKey,
        older,
        wishes,
        runId,
        frameworks,
        databases,
        command);
  }

  /** What is known of the run when it begins. */
  RunHead head(RunId id) {
    return CodeVersion.head(id, command, catalogue.digest());
  }

  /** The same, for some frameworks only; a {@link JobException} if one of them does not exist. */
  public JobRequest ofFrameworks(Collection<String> ids) {
    List<String> known = catalogue.frameworks().stream().map(Framework::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new JobException(
            Outcome.CONFIGURATION, JobWords.unknown("评价体系", "framework", id, known));
      }
    }
    return new JobRequest(
        catalogue,
        lake,
        landing,
        periods,
        keyFile,
        makeKey,
        older,
        wishes,
        runId,
        Set.copyOf(ids),
        databases,
        command);
  }

  /** The same, with deliveries that lie in databases. */
  public JobRequest with(List<DatabaseSource> sources) {
    return new JobRequest(
        catalogue,
        lake,
        landing,
        periods,
        keyFile,
        makeKey,
        older,
        wishes,
        runId,
        frameworks,
        sources,
        command);
  }

  public JobRequest {
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(lake, "lake");
    periods = List.copyOf(periods);
    wishes = Set.copyOf(wishes);
    frameworks = Set.copyOf(frameworks);
    databases = List.copyOf(databases);
    command = List.copyOf(command);
  }
}
