package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;

import io.junheng.definition.Period;
import io.junheng.definition.SmallCounts;
import io.junheng.publication.disclosure.HiddenFigures.Key;
import io.junheng.table.ConfStatus;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DispersionSplit;
import io.junheng.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Figures of areas: of own areas all, of the province its totals, of others those that a framework
 * opens; hidden ones keep their row, without values and with the status C.
 */
final class AreaRows {
  private final Territory territory;
  private final Extents extents;
  private final SmallCounts limits;
  private final HiddenFigures figures;
  private final Set<Integer> periods;

  AreaRows(
      Territory territory,
      Extents extents,
      SmallCounts limits,
      HiddenFigures figures,
      List<Period> periods) {
    this.territory = territory;
    this.extents = extents;
    this.limits = limits;
    this.figures = figures;
    this.periods = periods.stream().map(Period::number).collect(Collectors.toSet());
  }

  /** Whether a row goes to the audience, be it with or without its values. */
  static boolean isShown(Row row, Territory territory, Extents extents) {
    String area = code(row, CountyIndicator.AREA_CODE);
    boolean isOpen =
        extents.isOpen(code(row, CountyIndicator.INDICATOR))
            && code(row, CountyIndicator.BREAKDOWN).equals(Table.TOTAL);
    return territory.owns(area) || territory.isProvince(area) || isOpen;
  }

  Optional<Row> indicator(Row row) {
    if (!isShown(row, territory, extents)) {
      return Optional.empty();
    }
    Key key = Key.of(row);
    Row shown = row;
    if (figures.betraysByMean(key)) {
      shown = RowEdit.without(shown, CountyIndicator.COUNTY_MEAN, CountyIndicator.COUNTY_MEDIAN);
    }
    if (hidesProvince(key)) {
      shown = RowEdit.without(shown, CountyIndicator.PROVINCE_VALUE);
    }
    return Optional.of(territory.owns(key.area()) ? shown : withoutHidden(shown, key));
  }

  private boolean hidesProvince(Key key) {
    return territory
        .province(key.area())
        .filter(
            province ->
                figures.isHidden(new Key(key.period(), province, key.stage(), key.indicator())))
        .isPresent();
  }

  private Row withoutHidden(Row row, Key key) {
    Key before = new Key(key.period() - 100, key.area(), key.stage(), key.indicator());
    boolean isBeforeHidden = !periods.contains(before.period()) || figures.isHidden(before);
    Row shown = row;
    if (isBeforeHidden || figures.isHidden(key)) {
      shown = RowEdit.without(shown, CountyIndicator.PREVIOUS_VALUE, CountyIndicator.CHANGE);
    }
    return figures.isHidden(key)
        ? RowEdit.with(
            RowEdit.without(
                shown,
                CountyIndicator.VALUE,
                CountyIndicator.NUMERATOR,
                CountyIndicator.DENOMINATOR,
                CountyIndicator.COVERAGE),
            Map.of(CountyIndicator.CONF_STATUS, ConfStatus.WITHHELD.code()))
        : shown;
  }

  /** A county's spread; the school that contributes most is told to the owner alone. */
  Optional<Row> dispersion(Row row) {
    String county = code(row, CountyDispersion.COUNTY_CODE);
    if (territory.owns(county)) {
      return Optional.of(row);
    }
    String indicator = code(row, CountyDispersion.INDICATOR);
    Key key =
        new Key(row.<Integer>getAs("period"), county, code(row, CountyDispersion.STAGE), indicator);
    Integer schools = row.getAs("school_count");
    boolean isShown =
        extents.isOpen(indicator)
            && !figures.isHidden(key)
            && schools != null
            && schools >= limits.units();
    return Optional.of(row)
        .filter(any -> isShown)
        .map(any -> RowEdit.without(row, CountyDispersion.LARGEST_CONTRIBUTOR));
  }

  /** A split of spread: own areas' and the province's. */
  Optional<Row> split(Row row) {
    String area = code(row, DispersionSplit.AREA_CODE);
    return Optional.of(row).filter(any -> territory.owns(area) || territory.isProvince(area));
  }
}
