package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * What gold of each period was made from: its accepted deliveries, digest of {@code conf/}, version
 * of the code, and gold of the periods that it leans on; and how far it came. While that says the
 * same as now there is nothing to compute: gold is what a lake made anew would hold.
 */
final class GoldState {
  /** The steps of a computation, in their order; each is done for all of its periods together. */
  static final List<String> STEPS = List.of("measure", "indicator", "assessment", "dimension");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data";
  private static final String DEFINITIONS = "definitions";
  private static final String CODE = "code";
  private static final String LEANS_ON = "leans_on";
  private static final String STEP = "step";

  private final Catalogue catalogue;
  private final Deliveries deliveries;
  private final StateFile file;
  private final ObjectNode periods;

  GoldState(Configuration hadoop, JobRequest request, Deliveries deliveries) {
    this.catalogue = request.catalogue();
    this.deliveries = deliveries;
    this.file = new StateFile(hadoop, request.lake(), "gold-state.json");
    this.periods = stored();
  }

  private ObjectNode stored() {
    try {
      Optional<String> text = file.text();
      JsonNode json = text.isPresent() ? JSON.readTree(text.get()).path("periods") : null;
      return json instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
    JsonNode stored = periods.path(period.toString());
    if (stored.isMissingNode()) {
      return EnumSet.of(PlanReason.NEVER_COMPUTED);
    }
    ObjectNode now = inputs(period);
    if (!stored.path(DATA).equals(now.path(DATA))) {
      reasons.add(PlanReason.CHANGED_DATA);
    }
    if (!stored.path(DEFINITIONS).equals(now.path(DEFINITIONS))) {
      reasons.add(PlanReason.CHANGED_DEFINITION);
    }
    if (!stored.path(CODE).equals(now.path(CODE))) {
      reasons.add(PlanReason.NEW_CODE);
    }
    if (!stored.path(LEANS_ON).equals(now.path(LEANS_ON))
        || leansOn(period).stream().anyMatch(toBeRenewed::contains)) {
      reasons.add(PlanReason.EARLIER_PERIOD);
    }
    if (!isComplete(stored)) {
      reasons.add(PlanReason.UNFINISHED);
    }
    return reasons;
  }

  /** Whether a step is done for all of these periods, from what they would be made from now. */
  boolean isDone(String step, Collection<Period> batch) {
    return batch.stream()
        .allMatch(
            period -> {
              JsonNode stored = periods.path(period.toString());
              return STEPS.indexOf(stored.path(STEP).asText()) >= STEPS.indexOf(step)
                  && withoutStep(stored).equals(inputs(period));
            });
  }

  /** Notes that a step is done for these periods, which are worked out together. */
  void done(String step, Collection<Period> batch) {
    // In their order: within a batch later periods lean on earlier ones as they are now.
    for (Period period : new TreeSet<>(batch)) {
      periods.set(period.toString(), inputs(period).put(STEP, step));
    }
    save();
  }

  /** Has these periods worked out from the beginning, whatever was done before. */
  void forget(Collection<Period> batch) {
    batch.forEach(period -> periods.remove(period.toString()));
    save();
  }

  private void save() {
    try {
      ObjectNode json = JSON.createObjectNode();
      json.set("periods", periods);
      file.replace(json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What gold of a period would be made from now. */
  private ObjectNode inputs(Period period) {
    ObjectNode inputs =
        JSON.createObjectNode()
            .put(DATA, deliveries.fingerprint(period))
            .put(DEFINITIONS, definitions())
            .put(CODE, CodeVersion.text());
    ObjectNode leansOn = inputs.putObject(LEANS_ON);
    leansOn(period).forEach(other -> leansOn.put(other.toString(), standOf(other, period)));
    return inputs;
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
    JsonNode stored = periods.path(other.toString());
    return stored.isMissingNode() ? "" : Fingerprint.of(Stream.of(stored.toString()));
  }

  /** The definitions as they are used: the demonstration works out some frameworks only. */
  private String definitions() {
    return catalogue.digest()
        + " "
        + Fingerprint.of(catalogue.frameworks().stream().map(Framework::id));
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
    others.remove(period);
    others.retainAll(deliveries.counties().keySet());
    return others;
  }

  private static boolean isComplete(JsonNode stored) {
    return stored.path(STEP).asText().equals(STEPS.get(STEPS.size() - 1));
  }

  private static ObjectNode withoutStep(JsonNode stored) {
    return stored instanceof ObjectNode object
        ? object.deepCopy().without(STEP)
        : JSON.createObjectNode();
  }
}
