package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.explain.Comparison.Cause;
import io.junheng.explain.Comparison.ItemChange;
import io.junheng.explain.Comparison.Move;
import io.junheng.explain.Comparison.OfCounty;
import io.junheng.explain.Comparison.OfFramework;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.DimFramework;
import io.junheng.table.DimPeriod;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.StoredRow;
import io.junheng.table.StoredRows;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells two periods apart: verdicts, scores, places and items of counties, and whether a place
 * moved by the county's own figures or by the others'.
 *
 * @param lake where gold stands
 */
public record Compare(StoredRows lake, Period before, Period after) {
  /**
   * What changed.
   *
   * @param framework only this one; empty: all
   * @param county only this one; empty: all
   */
  public Comparison apply(Optional<String> framework, Optional<String> county) {
    List<OfFramework> frameworks = new ArrayList<>();
    for (StoredRow row : lake.read(DimFramework.TABLE)) {
      String id = row.require(DimFramework.FRAMEWORK);
      if (framework.filter(only -> !only.equals(id)).isEmpty()) {
        Text title = Facts.title(row, DimFramework.TITLE_ZH, DimFramework.TITLE_EN);
        new Pair(id).told(title, county).ifPresent(frameworks::add);
      }
    }
    return new Comparison(before, after, label(), frameworks);
  }

  private Optional<String> label() {
    return lake.read(DimPeriod.TABLE).stream()
        .flatMap(row -> row.text(DimPeriod.DATA_LABEL).stream())
        .findFirst();
  }

  /** One framework in both periods. */
  private final class Pair {
    private final String framework;
    private final Side old;
    private final Side now;

    Pair(String framework) {
      this.framework = framework;
      this.old = new Side(framework, before);
      this.now = new Side(framework, after);
    }

    /** Empty where the framework has no results in either period. */
    Optional<OfFramework> told(Text title, Optional<String> only) {
      if (old.counties().isEmpty() && now.counties().isEmpty()) {
        return Optional.empty();
      }
      Set<String> codes = new TreeSet<>(old.counties());
      codes.addAll(now.counties());
      Map<String, Text> names = names();
      boolean definitionChanged = definitionChanged();
      return Optional.of(
          new OfFramework(
              framework,
              title,
              definitionChanged,
              without(now.places.units().keySet(), old.places.units().keySet()),
              without(old.places.units().keySet(), now.places.units().keySet()),
              codes.stream()
                  .filter(code -> only.filter(one -> !one.equals(code)).isEmpty())
                  .map(
                      code ->
                          county(
                              code, names.getOrDefault(code, Text.same(code)), definitionChanged))
                  .sorted(
                      Comparator.comparing(
                              (OfCounty c) -> c.move().map(m -> Math.abs(m.places())).orElse(0),
                              Comparator.reverseOrder())
                          .thenComparing(OfCounty::code))
                  .toList()));
    }

    private static List<String> without(Set<String> some, Set<String> others) {
      return some.stream().filter(code -> !others.contains(code)).toList();
    }

    /** Another edition, or another standard of a test that is still there. */
    private boolean definitionChanged() {
      return !old.edition.equals(now.edition)
          || now.standards.entrySet().stream()
              .anyMatch(
                  test ->
                      old.standards.containsKey(test.getKey())
                          && !same(old.standards.get(test.getKey()), test.getValue()));
    }

    private OfCounty county(String code, Text name, boolean definitionChanged) {
      List<ItemChange> items = items(code);
      List<ItemChange> whole =
          items.stream().filter(item -> item.test().equals(Table.TOTAL)).toList();
      Optional<BigDecimal> scoreBefore = old.score(code);
      Optional<BigDecimal> scoreAfter = now.score(code);
      Optional<Move> move = move(code, definitionChanged);
      return new OfCounty(
          code,
          name,
          Optional.ofNullable(old.verdicts.get(code)),
          Optional.ofNullable(now.verdicts.get(code)),
          scoreBefore,
          scoreAfter,
          old.rank(code),
          now.rank(code),
          move,
          cause(code, move, items, definitionChanged),
          met(whole, ItemChange::gradeAfter, ItemChange::gradeBefore),
          met(whole, ItemChange::gradeBefore, ItemChange::gradeAfter),
          items);
    }

    private static List<String> met(
        List<ItemChange> items,
        java.util.function.Function<ItemChange, Optional<String>> here,
        java.util.function.Function<ItemChange, Optional<String>> there) {
      return items.stream()
          .filter(item -> here.apply(item).filter("met"::equals).isPresent())
          .filter(item -> there.apply(item).filter("met"::equals).isEmpty())
          .map(ItemChange::item)
          .toList();
    }

    private Optional<Move> move(String code, boolean definitionChanged) {
      Places.Unit from = old.places.units().get(code);
      Places.Unit to = now.places.units().get(code);
      if (from == null || to == null) {
        return Optional.empty();
      }
      boolean sameUnits = old.places.units().keySet().equals(now.places.units().keySet());
      Optional<Integer> own =
          definitionChanged || !sameUnits
              ? Optional.empty()
              : old.places.with(code, to).map(place -> from.rank() - place);
      int places = from.rank() - to.rank();
      return Optional.of(new Move(places, own, own.map(part -> places - part)));
    }

    private Cause cause(
        String code, Optional<Move> move, List<ItemChange> items, boolean definitionChanged) {
      if (!old.counties().contains(code) || !now.counties().contains(code)) {
        return Cause.NOT_COMPARABLE;
      }
      boolean ownChanged =
          !items.isEmpty()
              || !same(old.score(code), now.score(code))
              || !java.util.Objects.equals(old.verdicts.get(code), now.verdicts.get(code));
      boolean moved = move.filter(m -> m.places() != 0).isPresent();
      if (!ownChanged && !moved) {
        return Cause.UNCHANGED;
      } else if (definitionChanged) {
        return Cause.DEFINITION;
      } else if (moved && !old.places.units().keySet().equals(now.places.units().keySet())) {
        return Cause.UNITS;
      } else if (moved && move.flatMap(Move::own).filter(own -> own == 0).isPresent()) {
        return Cause.OTHERS;
      }
      return ownChanged ? Cause.OWN : Cause.OTHERS;
    }

    private List<ItemChange> items(String code) {
      Map<List<String>, StoredRow> was = old.items.getOrDefault(code, Map.of());
      Map<List<String>, StoredRow> is = now.items.getOrDefault(code, Map.of());
      Set<List<String>> keys = new java.util.LinkedHashSet<>(is.keySet());
      keys.addAll(was.keySet());
      return keys.stream()
          .map(
              key ->
                  change(key, Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key))))
          .filter(Pair::differs)
          .toList();
    }

    private static ItemChange change(
        List<String> key, Optional<StoredRow> was, Optional<StoredRow> is) {
      return new ItemChange(
          key.get(0),
          key.get(1),
          was.flatMap(row -> row.text(FrameworkItemResult.GRADE)),
          is.flatMap(row -> row.text(FrameworkItemResult.GRADE)),
          was.flatMap(row -> row.number(FrameworkItemResult.VALUE)),
          is.flatMap(row -> row.number(FrameworkItemResult.VALUE)),
          was.flatMap(row -> row.number(FrameworkItemResult.STANDARD)),
          is.flatMap(row -> row.number(FrameworkItemResult.STANDARD)));
    }

    private static boolean differs(ItemChange item) {
      return !item.gradeBefore().equals(item.gradeAfter())
          || !same(item.valueBefore(), item.valueAfter())
          || !same(item.standardBefore(), item.standardAfter());
    }

    private Map<String, Text> names() {
      Map<String, Text> names = new HashMap<>();
      lake.read(DimArea.TABLE)
          .forEach(
              row ->
                  names.put(
                      row.require(DimArea.AREA_CODE),
                      Facts.title(row, DimArea.NAME_ZH, DimArea.NAME_EN)));
      return names;
    }
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() == other.isPresent()
        && one.filter(number -> number.compareTo(other.orElseThrow()) != 0).isEmpty();
  }

  /** What the lake holds of a framework in one period. */
  private final class Side {
    private final Places places;
    private final String edition;
    private final Map<String, String> verdicts;
    private final Map<String, BigDecimal> scores = new HashMap<>();
    private final Map<String, Map<List<String>, StoredRow>> items = new LinkedHashMap<>();
    private final Map<List<String>, Optional<BigDecimal>> standards = new HashMap<>();

    Side(String framework, Period period) {
      List<StoredRow> ranked =
          rows(CountyRanking.TABLE, CountyRanking.PERIOD, CountyRanking.SUBJECT, framework, period);
      this.edition =
          ranked.stream().findFirst().flatMap(row -> row.text(CountyRanking.EDITION)).orElse("");
      List<StoredRow> judged =
          rows(
              CountyVerdict.TABLE,
              CountyVerdict.PERIOD,
              CountyVerdict.FRAMEWORK,
              framework,
              period);
      this.places =
          Places.of(
              ranked,
              judged.stream()
                  .filter(row -> row.flag(CountyVerdict.VETO_HIT).orElse(false))
                  .map(row -> row.require(CountyVerdict.COUNTY_CODE))
                  .collect(Collectors.toSet()));
      this.verdicts =
          judged.stream()
              .collect(
                  Collectors.toMap(
                      row -> row.require(CountyVerdict.COUNTY_CODE),
                      row -> row.require(CountyVerdict.VERDICT)));
      rows(CountyScore.TABLE, CountyScore.PERIOD, CountyScore.FRAMEWORK, framework, period).stream()
          .filter(row -> row.require(CountyScore.NODE).equals(Table.TOTAL))
          .forEach(
              row ->
                  row.number(CountyScore.SCORE)
                      .ifPresent(score -> scores.put(row.require(CountyScore.COUNTY_CODE), score)));
      for (StoredRow row :
          rows(
              FrameworkItemResult.TABLE,
              FrameworkItemResult.PERIOD,
              FrameworkItemResult.FRAMEWORK,
              framework,
              period)) {
        List<String> test =
            List.of(row.require(FrameworkItemResult.ITEM), row.require(FrameworkItemResult.TEST));
        items
            .computeIfAbsent(
                row.require(FrameworkItemResult.COUNTY_CODE), any -> new LinkedHashMap<>())
            .put(test, row);
        Optional<BigDecimal> standard = row.number(FrameworkItemResult.STANDARD);
        standard.ifPresent(any -> standards.putIfAbsent(test, standard));
      }
    }

    private List<StoredRow> rows(
        Table table,
        TableColumn periodColumn,
        TableColumn column,
        String framework,
        Period period) {
      return lake.read(table, Map.of(periodColumn, period.number(), column, framework));
    }

    Collection<String> counties() {
      return items.keySet();
    }

    Optional<BigDecimal> score(String code) {
      return Optional.ofNullable(scores.get(code));
    }

    Optional<Integer> rank(String code) {
      return Optional.ofNullable(places.units().get(code)).map(Places.Unit::rank);
    }
  }
}
