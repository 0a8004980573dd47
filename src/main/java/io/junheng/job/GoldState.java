package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What gold of each period was made from: its accepted deliveries, digest of {@code conf/}, version
 * of the code, and gold of the periods that it leans on; how far it came, and with which
 * frameworks. While that says the same as now there is nothing to compute: gold is what a lake made
 * anew would hold.
 *
 * <p>Figures (measures and indicators) stand on deliveries and on the definitions without the
 * frameworks: a changed framework leaves them as they are.
 */
final class GoldState {
  static final String MEASURE = "measure";
  static final String INDICATOR = "indicator";
  static final String ASSESSMENT = "assessment";
  static final String DIMENSION = "dimension";

  /** The steps of a computation, in their order; each is done for all of its periods together. */
  private static final List<String> STEPS = List.of(MEASURE, INDICATOR, ASSESSMENT, DIMENSION);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PERIODS = "periods";
  private static final String DATA = "data";
  private static final String FIGURES = "figures";
  private static final String DEFINITIONS = "definitions";
  private static final String CODE = "code";
  private static final String LEANS_ON = "leans_on";
  private static final String STEP = "step";
  private static final String FRAMEWORKS = "frameworks";
  private static final String MEASURED = "measured";
  private static final String SUMMED = "summed";

  /** What was made county by county. */
  private static final List<String> OF_COUNTIES = List.of(MEASURED, SUMMED);

  private static final String BY = "by";
  private static final String COUNTIES = "counties";

  /** Enough of a fingerprint to tell two deliveries of a county apart. */
  private static final int SHORT = 16;

  private final Catalogue catalogue;
  private final SortedSet<String> wanted;
  private final Deliveries deliveries;
  private final StateFile file;
  private ObjectNode periods;

  /**
   * @param chosen ids of the frameworks that are worked out; empty: all
   */
  GoldState(SmallTables tables, Catalogue catalogue, Set<String> chosen, Deliveries deliveries) {
    this.catalogue = catalogue;
    this.wanted = new TreeSet<>(chosen.isEmpty() ? all(catalogue) : chosen);
    this.deliveries = deliveries;
    this.file = new StateFile(tables.hadoop(), tables.root(), "gold-state.json");
    this.periods = stored();
  }

  private static Set<String> all(Catalogue catalogue) {
    return catalogue.frameworks().stream().map(Framework::id).collect(Collectors.toSet());
  }

  private ObjectNode stored() {
    try {
      Optional<String> text = file.text();
      JsonNode json = text.isPresent() ? JSON.readTree(text.get()).path(PERIODS) : null;
      return json instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- what is to be done
  // --------------------------------------------------------------------------------------------------

  /**
   * The periods whose gold is not what it would be now, and why.
   *
   * @param among the periods that may be worked out
   * @param changing periods whose deliveries are about to change
   */
  SortedMap<Period, Set<PlanReason>> stale(Collection<Period> among, Collection<Period> changing) {
    SortedMap<Period, Set<PlanReason>> stale = new TreeMap<>();
    for (Period period : new TreeSet<>(among)) {
      Set<PlanReason> reasons = reasons(period, stale.keySet());
      if (changing.contains(period) && !reasons.contains(PlanReason.NEVER_COMPUTED)) {
        reasons.add(PlanReason.CHANGED_DATA);
      }
      if (!reasons.isEmpty()) {
        stale.put(period, reasons);
      }
    }
    return stale;
  }

  private Set<PlanReason> reasons(Period period, Set<Period> toBeRenewed) {
    Set<PlanReason> reasons = EnumSet.noneOf(PlanReason.class);
    JsonNode stored = entry(period);
    if (stored.isMissingNode()) {
      return EnumSet.of(PlanReason.NEVER_COMPUTED);
    }
    ObjectNode now = inputs(period);
    if (!stored.path(DATA).equals(now.path(DATA))) {
      reasons.add(PlanReason.CHANGED_DATA);
    }
    boolean isComplete = isAt(stored, DIMENSION);
    if (!stored.path(DEFINITIONS).equals(now.path(DEFINITIONS))
        || (isComplete && !isOfWanted(stored))) {
      reasons.add(PlanReason.CHANGED_DEFINITION);
    }
    if (!stored.path(CODE).equals(now.path(CODE))) {
      reasons.add(PlanReason.NEW_CODE);
    }
    if (!stored.path(LEANS_ON).equals(now.path(LEANS_ON))
        || leansOn(period).stream().anyMatch(toBeRenewed::contains)) {
      reasons.add(PlanReason.EARLIER_PERIOD);
    }
    if (!isComplete) {
      reasons.add(PlanReason.UNFINISHED);
    }
    return reasons;
  }

  /**
   * Whether a step is done for all of these periods, from what they would be made from now; figures
   * also where only frameworks have changed.
   */
  boolean isDone(String step, Collection<Period> batch) {
    return batch.stream()
        .allMatch(
            period -> {
              JsonNode stored = entry(period);
              ObjectNode now = inputs(period);
              return isAt(stored, step)
                  && (isOfFigures(step)
                      ? stored.path(FIGURES).equals(now.path(FIGURES))
                      : isOf(stored, now) && isOfWanted(stored));
            });
  }

  /**
   * Whether gold of these periods, with all frameworks, is made from what lake and {@code conf/}
   * hold now, if by another version of the code.
   */
  boolean standsFor(Collection<Period> some) {
    return some.stream()
        .allMatch(
            period -> {
              JsonNode stored = entry(period);
              ObjectNode now = inputs(period);
              return isAt(stored, DIMENSION)
                  && frameworks(stored).equals(all(catalogue))
                  && Stream.of(DATA, DEFINITIONS, LEANS_ON)
                      .allMatch(part -> stored.path(part).equals(now.path(part)));
            });
  }

  /** The version of the code that gold of a period was made by; empty where none was made. */
  Optional<String> codeVersion(Period period) {
    return Optional.of(entry(period).path(CODE)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /**
   * The counties whose measures are other than what they would be now, by period, without periods
   * that have none; empty where the measures of all of them are. Asked before the step begins.
   *
   * @param label of the rows; one that has changed changes all rows
   */
  Optional<SortedMap<Period, Set<String>>> countiesToMeasure(
      Collection<Period> batch, String label) {
    return changedCounties(batch, MEASURED, period -> measured(period, label));
  }

  /**
   * The same for the figures of schools, their spreads, tests and sums: those of a county are made
   * of its own rows alone.
   */
  Optional<SortedMap<Period, Set<String>>> countiesToSum(Collection<Period> batch, String label) {
    return changedCounties(batch, SUMMED, period -> summed(period, label));
  }

  private Optional<SortedMap<Period, Set<String>>> changedCounties(
      Collection<Period> batch, String part, Function<Period, JsonNode> made) {
    SortedMap<Period, Set<String>> changed = new TreeMap<>();
    for (Period period : batch) {
      JsonNode before = entry(period).path(part);
      JsonNode now = made.apply(period);
      if (!before.path(BY).equals(now.path(BY))) {
        return Optional.empty();
      }
      Set<String> counties = differing(before.path(COUNTIES), now.path(COUNTIES));
      if (!counties.isEmpty()) {
        changed.put(period, counties);
      }
    }
    return Optional.of(changed);
  }

  private static Set<String> differing(JsonNode before, JsonNode now) {
    Set<String> counties = new TreeSet<>();
    before.fieldNames().forEachRemaining(counties::add);
    now.fieldNames().forEachRemaining(counties::add);
    counties.removeIf(county -> before.path(county).equals(now.path(county)));
    return counties;
  }

  // ---- what was done
  // -------------------------------------------------------------------------------------------------------

  /**
   * Has these periods worked out again, whatever was done before: all of them, or where frameworks
   * were chosen these alone, over the figures that stand.
   */
  void redo(Collection<Period> batch) {
    boolean isOfSome = !wanted.equals(all(catalogue));
    if (isOfSome && isDone(INDICATOR, batch)) {
      begins(ASSESSMENT, batch);
    } else {
      write(batch, period -> Optional.empty());
    }
  }

  /**
   * Notes that a step begins: until it is done, what it writes is of no state. What earlier steps
   * noted county by county stays.
   */
  void begins(String step, Collection<Period> batch) {
    switch (step) {
      case MEASURE -> write(batch, period -> Optional.empty());
      case INDICATOR -> note(MEASURE, batch, List.of(MEASURED), period -> Map.of());
      case ASSESSMENT -> note(INDICATOR, batch, OF_COUNTIES, period -> Map.of());
      default -> note(ASSESSMENT, batch, OF_COUNTIES, period -> Map.of());
    }
  }

  /** Notes that a step is done for these periods, which are worked out together. */
  void done(String step, Collection<Period> batch) {
    note(step, batch, OF_COUNTIES, period -> Map.of());
  }

  /** The same for measures: what each county's were made from is noted too. */
  void measured(Collection<Period> batch, String label) {
    note(MEASURE, batch, List.of(), period -> Map.of(MEASURED, measured(period, label)));
  }

  /** The same for indicators, where schools were held against all frameworks. */
  void summed(Collection<Period> batch, String label) {
    note(INDICATOR, batch, List.of(MEASURED), period -> Map.of(SUMMED, summed(period, label)));
  }

  /** The same where they were held against some, or are about to be: of what, nobody notes. */
  void notSummed(Collection<Period> batch) {
    note(INDICATOR, batch, List.of(MEASURED), period -> Map.of());
  }

  /**
   * @param kept what was noted county by county and still stands
   * @param made what is noted county by county now
   */
  private void note(
      String step,
      Collection<Period> batch,
      List<String> kept,
      Function<Period, Map<String, JsonNode>> made) {
    write(
        batch,
        period -> {
          ObjectNode now = inputs(period);
          SortedSet<String> judged = new TreeSet<>();
          if (isOf(entry(period), now)) {
            judged.addAll(frameworks(entry(period)));
          }
          if (isOfFigures(step)) {
            judged.removeAll(wanted);
          } else {
            judged.addAll(wanted);
          }
          ArrayNode ids = JSON.createArrayNode();
          judged.forEach(ids::add);
          kept.stream()
              .filter(entry(period)::has)
              .forEach(part -> now.set(part, entry(period).path(part)));
          made.apply(period).forEach(now::set);
          return Optional.of(now.put(STEP, step).set(FRAMEWORKS, ids));
        });
  }

  private interface Entry {
    Optional<JsonNode> of(Period period);
  }

  /** What other runs noted of other periods in the meantime stays. */
  private void write(Collection<Period> batch, Entry entry) {
    periods = stored();
    // In their order: within a batch later periods lean on earlier ones as they are now.
    for (Period period : new TreeSet<>(batch)) {
      entry
          .of(period)
          .ifPresentOrElse(
              made -> periods.set(period.toString(), made),
              () -> periods.remove(period.toString()));
    }
    try {
      ObjectNode json = JSON.createObjectNode();
      json.set(PERIODS, periods);
      file.replace(json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode entry(Period period) {
    return periods.path(period.toString());
  }

  private static boolean isAt(JsonNode stored, String step) {
    return STEPS.indexOf(stored.path(STEP).asText()) >= STEPS.indexOf(step);
  }

  /** Where all frameworks are wanted, gold holds no others. */
  private boolean isOfWanted(JsonNode stored) {
    Set<String> made = frameworks(stored);
    return wanted.equals(all(catalogue)) ? made.equals(wanted) : made.containsAll(wanted);
  }

  private static boolean isOfFigures(String step) {
    return STEPS.indexOf(step) <= STEPS.indexOf(INDICATOR);
  }

  private static boolean isOf(JsonNode stored, ObjectNode inputs) {
    return stored instanceof ObjectNode object
        && object.deepCopy().without(List.of(STEP, FRAMEWORKS, MEASURED, SUMMED)).equals(inputs);
  }

  private static Set<String> frameworks(JsonNode stored) {
    Set<String> ids = new TreeSet<>();
    stored.path(FRAMEWORKS).forEach(id -> ids.add(id.asText()));
    return ids;
  }

  // ---- what it is made from
  // ------------------------------------------------------------------------------------------------

  /** What gold of a period would be made from now. */
  private ObjectNode inputs(Period period) {
    ObjectNode inputs =
        JSON.createObjectNode()
            .put(DATA, deliveries.fingerprint(period))
            .put(FIGURES, figures(period))
            .put(DEFINITIONS, catalogue.digest())
            .put(CODE, CodeVersion.text());
    ObjectNode leansOn = inputs.putObject(LEANS_ON);
    leansOn(period).forEach(other -> leansOn.put(other.toString(), standOf(other, period)));
    return inputs;
  }

  /**
   * What measures and indicators of a period would be made from now. Only those are worked out that
   * the definitions in use need: the demonstration uses some frameworks alone.
   */
  private String figures(Period period) {
    return Fingerprint.of(
        Stream.of(
                Stream.of(
                    "definitions " + catalogue.figuresDigest(),
                    "code " + CodeVersion.text(),
                    "data " + deliveries.fingerprint(period)),
                catalogue.indicators().stream().map(Indicator::id).map("indicator "::concat),
                leansOn(period).stream()
                    .map(other -> "of " + other + " " + deliveries.fingerprint(other)))
            .flatMap(lines -> lines));
  }

  /** What the measures of a period would be made from now, county by county. */
  private ObjectNode measured(Period period, String label) {
    return ofCounties(
        period, label, catalogue.measures().keySet().stream().map("measure "::concat));
  }

  /** What figures and sums of schools would be made from now, county by county. */
  private ObjectNode summed(Period period, String label) {
    return ofCounties(
        period,
        label,
        Stream.of(
                catalogue.measures().keySet().stream().map("measure "::concat),
                catalogue.indicators().stream().map(Indicator::id).map("indicator "::concat),
                // Schools are held against the standards of frameworks in the same step.
                Stream.of("frameworks " + new TreeSet<>(all(catalogue)) + catalogue.digest()))
            .flatMap(lines -> lines));
  }

  private ObjectNode ofCounties(Period period, String label, Stream<String> definitions) {
    ObjectNode made =
        JSON.createObjectNode()
            .put(
                BY,
                Fingerprint.of(
                    Stream.concat(
                        Stream.of(
                            "definitions " + catalogue.figuresDigest(),
                            "code " + CodeVersion.text(),
                            "label " + label),
                        definitions)));
    ObjectNode counties = made.putObject(COUNTIES);
    deliveries
        .fingerprints(period)
        .forEach((county, files) -> counties.put(county, files.substring(0, SHORT)));
    return made;
  }

  /**
   * What gold of another period was made from and how far it came, told shortly; empty where
   * nothing was made. Of a later period, which leans on this one in turn, only its deliveries
   * count.
   */
  private String standOf(Period other, Period period) {
    if (other.compareTo(period) > 0) {
      return deliveries.fingerprint(other);
    }
    return entry(other) instanceof ObjectNode stored
        ? Fingerprint.of(Stream.of(stored.deepCopy().without(OF_COUNTIES).toString()))
        : "";
  }

  /** Delivered periods whose gold a period's rules look at. */
  private SortedSet<Period> leansOn(Period period) {
    SortedSet<Period> others =
        catalogue.frameworks().stream()
            .filter(Framework.Weighted.class::isInstance)
            .map(Framework.Weighted.class::cast)
            .flatMap(framework -> framework.basePeriods().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    others.add(period.previous());
    for (Framework framework : catalogue.frameworks()) {
      Stream.concat(framework.yearsBefore().stream(), framework.head().periods().values().stream())
          .forEach(years -> others.add(period.earlier(years)));
    }
    others.remove(period);
    others.retainAll(deliveries.counties().keySet());
    return others;
  }
}
