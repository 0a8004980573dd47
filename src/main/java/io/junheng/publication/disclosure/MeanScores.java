package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;
import static io.junheng.publication.Cells.number;

import io.junheng.definition.Disclosure.Extent;
import io.junheng.definition.Origin;
import io.junheng.definition.SmallCounts;
import io.junheng.table.CountyScore;
import io.junheng.table.ObsStatus;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Means of the counties' scores, one row for each node, under the code of their province: what
 * stands beside an area's own score where nothing else of the others is disclosed.
 */
record MeanScores(Territory territory, Extents extents, SmallCounts limits) {
  private static final int DECIMALS = 10;
  private static final List<CountyScore> AVERAGED =
      List.of(CountyScore.NORMALISED, CountyScore.POINTS, CountyScore.SCORE);
  private static final List<CountyScore> KEPT =
      List.of(
          CountyScore.PERIOD,
          CountyScore.FRAMEWORK,
          CountyScore.COUNTY_CODE,
          CountyScore.NODE,
          CountyScore.WEIGHT,
          CountyScore.MAX_SCORE,
          CountyScore.DATA_LABEL);

  private record Node(int period, String framework, String province, String node) {}

  /**
   * @param scores all rows of county_score
   */
  List<Row> apply(List<Row> scores) {
    return scores.stream()
        .filter(row -> extents.of(code(row, CountyScore.FRAMEWORK)) instanceof Extent.OwnAndMean)
        .filter(row -> territory.province(code(row, CountyScore.COUNTY_CODE)).isPresent())
        .collect(Collectors.groupingBy(this::node, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> mean(entry.getKey(), entry.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Node node(Row row) {
    return new Node(
        row.<Integer>getAs("period"),
        code(row, CountyScore.FRAMEWORK),
        territory.province(code(row, CountyScore.COUNTY_CODE)).orElseThrow(),
        code(row, CountyScore.NODE));
  }

  private Optional<Row> mean(Node node, List<Row> rows) {
    Map<TableColumn, Object> cells = new HashMap<>();
    for (CountyScore column : AVERAGED) {
      mean(rows, column).ifPresent(mean -> cells.put(column, mean));
    }
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    cells.put(CountyScore.COUNTY_CODE, node.province());
    cells.put(CountyScore.ORIGIN, Origin.OWN.code());
    cells.put(CountyScore.OBS_STATUS, ObsStatus.NORMAL.code());
    return Optional.of(RowEdit.with(RowEdit.only(rows.get(0), KEPT), cells));
  }

  /** Empty where too few others stand behind the mean. */
  private Optional<BigDecimal> mean(List<Row> rows, CountyScore column) {
    List<Row> told = rows.stream().filter(row -> number(row, column).isPresent()).toList();
    long others =
        told.stream()
            .map(row -> code(row, CountyScore.COUNTY_CODE))
            .filter(county -> !territory.owns(county))
            .count();
    return others < limits.units()
        ? Optional.empty()
        : told.stream()
            .map(row -> number(row, column).orElseThrow())
            .reduce(BigDecimal::add)
            .map(
                sum -> sum.divide(BigDecimal.valueOf(told.size()), DECIMALS, RoundingMode.HALF_UP));
  }
}
