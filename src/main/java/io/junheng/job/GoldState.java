package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.lake.SilverTable;
import io.junheng.lake.SmallTables;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What gold was last made from: versions of the silver tables, digest of {@code conf/}, version of
 * the code, periods, frameworks. Written when a computation is done; while it says the same as now,
 * there is nothing to compute.
 *
 * <p>Figures (measures and indicators) stand for their periods; a framework that is not listed
 * stands on older figures or definitions, or was never worked out for all of these periods.
 */
final class GoldState {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONF = "conf_digest";
  private static final String FIGURES = "figures_digest";
  private static final String CODE = "code_version";
  private static final String PERIODS = "periods";
  private static final String SILVER = "silver";
  private static final String FRAMEWORKS = "frameworks";

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
    state.path(PERIODS).forEach(period -> periods.add(new Period(period.asInt())));
    SortedMap<String, Long> silver = new TreeMap<>();
    state
        .path(SILVER)
        .properties()
        .forEach(entry -> silver.put("silver." + entry.getKey(), entry.getValue().asLong()));
    return new Made(state.path(CONF).asText(), state.path(CODE).asText(), periods, silver);
  }

  /** Whether gold of these periods is made from what silver and {@code conf/} hold now. */
  boolean isCurrent(Collection<Period> periods) {
    return stored().filter(now(periods, all())::equals).isPresent();
  }

  /**
   * Whether gold of these periods, and perhaps of others, is made from what silver and {@code
   * conf/} hold now, if by another version of the code.
   */
  boolean standsFor(Collection<Period> periods) {
    return made()
        .filter(made -> made.periods().containsAll(periods))
        .filter(made -> made.confDigest().equals(catalogue.digest()))
        .filter(made -> made.silver().equals(made(now(periods, all())).silver()))
        .isPresent();
  }

  /**
   * Whether measures and indicators of these periods are those of silver and {@code conf/} now,
   * whatever became of the frameworks.
   */
  boolean hasFigures(Collection<Period> periods) {
    ObjectNode now = now(periods, all());
    return stored()
        .filter(stored -> isSame(stored, now, List.of(FIGURES, CODE, SILVER)))
        .filter(stored -> texts(stored, PERIODS).containsAll(texts(now, PERIODS)))
        .isPresent();
  }

  /** Notes that all gold of these periods is made. */
  void save(Collection<Period> periods) {
    write(now(periods, all()));
  }

  /**
   * Notes that some frameworks are made for these periods.
   *
   * @param figures whether the figures were made anew; if not, those that stood still stand
   */
  void save(Collection<Period> periods, Set<String> chosen, Figures figures) {
    Optional<JsonNode> before = stored();
    ObjectNode now = now(periods, chosen);
    if (figures == Figures.STOOD) {
      now.set(PERIODS, before.orElseThrow().path(PERIODS));
    }
    Set<String> made = new TreeSet<>();
    boolean isForAll = texts(periods).containsAll(texts(now, PERIODS));
    if (isForAll) {
      made.addAll(chosen);
    }
    before
        .filter(stored -> figures == Figures.STOOD && isSame(stored, now, List.of(CONF)))
        .ifPresent(stored -> made.addAll(texts(stored, FRAMEWORKS)));
    now.remove(FRAMEWORKS);
    made.forEach(now.withArray("/" + FRAMEWORKS)::add);
    write(now);
  }

  /** What became of measures and indicators in a run. */
  enum Figures {
    MADE,
    STOOD
  }

  private static boolean isSame(JsonNode one, JsonNode other, List<String> members) {
    return members.stream().allMatch(name -> Objects.equals(one.get(name), other.get(name)));
  }

  private static Set<String> texts(JsonNode state, String member) {
    return StreamSupport.stream(state.path(member).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(Collection<Period> periods) {
    return periods.stream().map(Period::toString).collect(Collectors.toSet());
  }

  private Optional<JsonNode> stored() {
    try {
      Optional<String> text = file.text();
      return text.isPresent() ? Optional.of(JSON.readTree(text.get())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ObjectNode state) {
    try {
      file.replace(state.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> all() {
    return catalogue.frameworks().stream().map(Framework::id).collect(Collectors.toSet());
  }

  private ObjectNode now(Collection<Period> periods, Set<String> frameworks) {
    ObjectNode state = JSON.createObjectNode();
    state.put(CONF, catalogue.digest());
    state.put(FIGURES, catalogue.figuresDigest());
    state.put(CODE, CodeVersion.text());
    periods.stream()
        .sorted()
        .forEach(period -> state.withArray("/" + PERIODS).add(period.number()));
    for (Contract contract : catalogue.contracts()) {
      tables
          .version(SilverTable.of(contract))
          .ifPresent(
              version -> state.withObject("/" + SILVER).put(contract.id(), Long.toString(version)));
    }
    new TreeSet<>(frameworks).forEach(state.withArray("/" + FRAMEWORKS)::add);
    return state;
  }
}
