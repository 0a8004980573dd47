package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.LakeFiles;
import io.junheng.lake.SilverTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.hadoop.fs.Path;

/**
 * What gold was last made from: versions of the silver tables, digest of {@code conf/}, version of the code, periods. Written when a
 * computation is done; while it says the same as now, there is nothing to compute.
 */
final class GoldState {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunUnderWay run;
  private final Path path;

  GoldState(RunUnderWay run) {
    this.run = run;
    this.path = new Path(run.request().lake(), "runs/gold-state.json");
  }

  /** Whether gold of these periods is made from what silver and {@code conf/} hold now. */
  boolean isCurrent(Collection<Period> periods) {
    try {
      LakeFiles files = new LakeFiles(run.hadoop());
      if (!files.exists(path)) {
        return false;
      }
      JsonNode stored = JSON.readTree(files.readText(path));
      return stored.equals(JSON.readTree(now(periods).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that gold of these periods is made. */
  void save(Collection<Period> periods) {
    try {
      new LakeFiles(run.hadoop()).replaceText(path, now(periods).toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode now(Collection<Period> periods) {
    Lake lake = run.lake();
    ObjectNode state = JSON.createObjectNode();
    state.put("conf_digest", run.request().catalogue().digest());
    state.put("code_version", run.codeVersion());
    periods.stream().sorted().forEach(period -> state.withArray("periods").add(period.number()));
    for (Contract contract : run.request().catalogue().contracts()) {
      lake.version(SilverTable.of(contract))
          .ifPresent(version -> state.withObject("silver").put(contract.id(), version));
    }
    return state;
  }
}
