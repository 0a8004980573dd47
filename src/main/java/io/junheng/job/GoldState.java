package io.junheng.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/**
 * What gold was last made from: versions of the silver tables, digest of {@code conf/}, version of
 * the code, periods. Written when a computation is done; while it says the same as now, there is
 * nothing to compute.
 */
final class GoldState {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunUnderWay run;
  private final StateFile file;

  GoldState(RunUnderWay run) {
    this.run = run;
    this.file = new StateFile(run.hadoop(), run.request().lake(), "gold-state.json");
  }

  /** Whether gold of these periods is made from what silver and {@code conf/} hold now. */
  boolean isCurrent(Collection<Period> periods) {
    try {
      Optional<String> stored = file.text();
      return stored.isPresent() && JSON.readTree(stored.get()).equals(now(periods));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that gold of these periods is made. */
  void save(Collection<Period> periods) {
    try {
      file.replace(now(periods).toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode now(Collection<Period> periods) {
    Lake lake = run.lake();
    ObjectNode state = JSON.createObjectNode();
    state.put("conf_digest", run.request().catalogue().digest());
    state.put("code_version", CodeVersion.text());
    periods.stream().sorted().forEach(period -> state.withArray("/periods").add(period.number()));
    for (Contract contract : run.request().catalogue().contracts()) {
      lake.version(SilverTable.of(contract))
          .ifPresent(
              version -> state.withObject("/silver").put(contract.id(), Long.toString(version)));
    }
    return state;
  }
}
