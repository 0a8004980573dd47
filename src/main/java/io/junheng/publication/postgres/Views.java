package io.junheng.publication.postgres;

import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.PublishedTables;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimStage;
import io.junheng.table.ReleaseColumn;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Views for people who do not model: a wide row for each county and for each school, with a column
 * for each indicator and stage, and everything once more under Chinese names.
 */
final class Views {
  private final Map<String, Row> indicators;
  private final Map<String, Row> stages;
  private final Gold gold;

  Views(Gold gold) {
    this.gold = gold;
    this.indicators = byCode(gold.rows(DimIndicator.TABLE), DimIndicator.INDICATOR);
    this.stages = byCode(gold.rows(DimStage.TABLE), DimStage.STAGE);
  }

  private static Map<String, Row> byCode(List<Row> rows, TableColumn code) {
    return rows.stream()
        .collect(Collectors.toMap(row -> Cells.code(row, code), Function.identity()));
  }

  /** All views, each after those that it leans on. */
  List<View> all() {
    View county =
        scorecard(
            CountyIndicator.TABLE,
            "county_scorecard",
            "县级指标宽表｜County scorecard: a row for each period and area, a column for each"
                + " indicator and stage",
            List.of(CountyIndicator.PERIOD, CountyIndicator.AREA_CODE, CountyIndicator.AREA_LEVEL));
    View school =
        scorecard(
            SchoolIndicator.TABLE,
            "school_scorecard",
            "学校指标宽表｜School scorecard: a row for each period and school, a column for each"
                + " indicator and stage",
            List.of(
                SchoolIndicator.PERIOD, SchoolIndicator.COUNTY_CODE, SchoolIndicator.SCHOOL_CODE));
    Stream<View> chinese =
        Stream.concat(
            PublishedTables.all().stream().map(Views::chinese),
            Stream.of(chinese(county), chinese(school)));
    return Stream.concat(Stream.of(county, school), chinese).toList();
  }

  private View scorecard(
      Table table, String name, String comment, List<? extends TableColumn> heads) {
    List<ViewColumn> columns = new ArrayList<>();
    for (TableColumn head : heads) {
      String column = Sql.name(head.columnName());
      columns.add(new ViewColumn(head.columnName(), "f." + column, head.comment()));
    }
    columns.addAll(names(table));
    pairs(table).forEach((key, pair) -> columns.add(pair));
    columns.add(release());
    String grouped = Sql.names("f", heads.stream().map(TableColumn::columnName).toList());
    return new View(
        Mart.GOLD,
        name,
        comment,
        columns,
        "FROM %s AS f GROUP BY %s".formatted(MartTables.name(table), grouped));
  }

  /** A period is that of one release, so any of the rows tells it. */
  private static ViewColumn release() {
    String name = ReleaseColumn.RELEASE_ID.columnName();
    return new ViewColumn(
        name, "max(f.%s)".formatted(Sql.name(name)), ReleaseColumn.RELEASE_ID.comment());
  }

  private static List<ViewColumn> names(Table table) {
    boolean isOfSchools = table.equals(SchoolIndicator.TABLE);
    String query =
        isOfSchools
            ? "(SELECT d.%s FROM gold.dim_school AS d WHERE d.period = f.period"
                + " AND d.county_code = f.county_code AND d.school_code = f.school_code)"
            : "(SELECT d.%s FROM gold.dim_area AS d WHERE d.area_code = f.area_code"
                + " ORDER BY d.valid_from DESC NULLS LAST LIMIT 1)";
    return Stream.of("name_zh", "name_en")
        .map(
            column ->
                new ViewColumn(
                    column,
                    query.formatted(column),
                    column.equals("name_zh") ? "中文名称｜Chinese name" : "英文名称｜English name"))
        .toList();
  }

  /** One column for each indicator and stage that gold holds, in the order of the definitions. */
  private Map<List<Integer>, ViewColumn> pairs(Table table) {
    Map<List<Integer>, ViewColumn> pairs =
        new TreeMap<>(
            java.util.Comparator.comparing((List<Integer> key) -> key.get(0))
                .thenComparing(key -> key.get(1)));
    for (Row row : gold.rows(table)) {
      Optional<Row> indicator = Optional.ofNullable(indicators.get(row.<String>getAs("indicator")));
      Optional<Row> stage = Optional.ofNullable(stages.get(row.<String>getAs("stage")));
      if (indicator.isPresent() && stage.isPresent()) {
        pairs.computeIfAbsent(
            List.of(
                Cells.integer(indicator.get(), DimIndicator.SORT_ORDER).orElse(0),
                Cells.integer(stage.get(), DimStage.SORT_ORDER).orElse(0)),
            any -> pair(indicator.get(), stage.get()));
      }
    }
    return pairs;
  }

  private static ViewColumn pair(Row indicator, Row stage) {
    String code = Cells.code(indicator, DimIndicator.INDICATOR);
    String at = Cells.code(stage, DimStage.STAGE);
    return new ViewColumn(
        Sql.distinct(List.of(code + "__" + at)).get(0),
        "max(f.value) FILTER (WHERE f.indicator = %s AND f.stage = %s)"
            .formatted(Sql.text(code), Sql.text(at)),
        "%s(%s)｜%s (%s)｜%s"
            .formatted(
                Cells.code(indicator, DimIndicator.TITLE_ZH),
                Cells.code(stage, DimStage.TITLE_ZH),
                Cells.code(indicator, DimIndicator.TITLE_EN),
                Cells.code(stage, DimStage.TITLE_EN),
                Cells.text(indicator, DimIndicator.UNIT).orElse("")));
  }

  private static View chinese(Table table) {
    List<String> names = Sql.distinct(table.columns().stream().map(TableColumn::zh).toList());
    List<ViewColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TableColumn column = table.columns().get(i);
      columns.add(new ViewColumn(names.get(i), Sql.name(column.columnName()), column.comment()));
    }
    return new View(
        Mart.GOLD_ZH,
        table.title().zh(),
        table.title().zh() + "｜" + table.title().en(),
        columns,
        "FROM " + MartTables.name(table));
  }

  private static View chinese(View view) {
    List<String> names =
        Sql.distinct(view.columns().stream().map(c -> c.comment().split("｜", 2)[0]).toList());
    List<ViewColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ViewColumn column = view.columns().get(i);
      columns.add(new ViewColumn(names.get(i), Sql.name(column.name()), column.comment()));
    }
    return new View(
        Mart.GOLD_ZH,
        view.comment().split("｜", 2)[0],
        view.comment(),
        columns,
        "FROM %s.%s".formatted(Mart.GOLD, Sql.name(view.name())));
  }
}
