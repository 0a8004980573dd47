package io.junheng.measure;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a county's schools added up. Where a signed form decided at some school, what the
 * records alone give stands beside the sum.
 */
final class AddSchools implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Combination> combinations = new HashMap<>();

  AddSchools(Catalogue catalogue) {
    for (Measure measure : catalogue.measures().values()) {
      combinations.put(measure.id(), Combination.of(measure.aggregate()));
    }
  }

  private record Key(String stage, String measure) {}

  private static final class Sum {
    private BigDecimal value;
    private BigDecimal byRecords = BigDecimal.ZERO;
    private boolean isDecided;

    void add(MeasuredCounty.Of figure, Combination combination) {
      value = value == null ? figure.value() : combination.apply(value, figure.value());
      byRecords = byRecords.add(figure.recorded() == null ? figure.value() : figure.recorded());
      isDecided |= figure.recorded() != null;
    }
  }

  /** The figures of the county. Order of the input does not matter. */
  List<MeasuredCounty.Of> apply(List<MeasuredCounty.Of> schools) {
    Map<Key, Sum> sums = new LinkedHashMap<>();
    for (MeasuredCounty.Of figure : schools) {
      sums.computeIfAbsent(new Key(figure.stage(), figure.measure()), any -> new Sum())
          .add(figure, combinations.get(figure.measure()));
    }
    List<MeasuredCounty.Of> county = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            county.add(
                new MeasuredCounty.Of(
                    null,
                    key.stage(),
                    key.measure(),
                    sum.value,
                    sum.isDecided ? sum.byRecords : null)));
    return county;
  }
}
