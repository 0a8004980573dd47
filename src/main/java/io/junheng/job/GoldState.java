package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.lake.SilverTable;
import io.junheng.lake.SmallTables;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What gold was last made from: versions of the silver tables, digest of {@code conf/}, version of
 * the code, periods. Written when a computation is done; while it says the same as now, there is
 * nothing to compute.
 */
final class GoldState {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SmallTables tables;
  private final Catalogue catalogue;
  private final StateFile file;

  GoldState(SmallTables tables, Catalogue catalogue) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.file = new StateFile(tables.hadoop(), tables.root(), "gold-state.json");
  }

  /**
   * What gold was last made from.
   *
   * @param silver version of each silver table, by full name
   */
  record Made(
      String confDigest,
      String codeVersion,
      SortedSet<Period> periods,
      SortedMap<String, Long> silver) {}

  /** What gold was last made from; empty where none was made. */
  Optional<Made> made() {
    return stored().map(GoldState::made);
  }

  private static Made made(JsonNode state) {
    SortedSet<Period> periods = new TreeSet<>();
    state.path("periods").forEach(period -> periods.add(new Period(period.asInt())));
    SortedMap<String, Long> silver = new TreeMap<>();
    state
        .path("silver")
        .properties()
        .forEach(entry -> silver.put("silver." + entry.getKey(), entry.getValue().asLong()));
    return new Made(
        state.path("conf_digest").asText(), state.path("code_version").asText(), periods, silver);
  }

  /** Whether gold of these periods is made from what silver and {@code conf/} hold now. */
  boolean isCurrent(Collection<Period> periods) {
    return stored().filter(now(periods)::equals).isPresent();
  }

  /**
   * Whether gold of these periods, and perhaps of others, is made from what silver and {@code
   * conf/} hold now, if by another version of the code.
   */
  boolean standsFor(Collection<Period> periods) {
    return made()
        .filter(made -> made.periods().containsAll(periods))
        .filter(made -> made.confDigest().equals(catalogue.digest()))
        .filter(made -> made.silver().equals(made(now(periods)).silver()))
        .isPresent();
  }

  /** Notes that gold of these periods is made. */
  void save(Collection<Period> periods) {
    try {
      file.replace(now(periods).toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<JsonNode> stored() {
    try {
      Optional<String> text = file.text();
      return text.isPresent() ? Optional.of(JSON.readTree(text.get())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode now(Collection<Period> periods) {
    ObjectNode state = JSON.createObjectNode();
    state.put("conf_digest", catalogue.digest());
    state.put("code_version", CodeVersion.text());
    periods.stream().sorted().forEach(period -> state.withArray("/periods").add(period.number()));
    for (Contract contract : catalogue.contracts()) {
      tables
          .version(SilverTable.of(contract))
          .ifPresent(
              version -> state.withObject("/silver").put(contract.id(), Long.toString(version)));
    }
    return state;
  }
}
