package io.junheng.intake;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Check;
import io.junheng.definition.CodeList;
import io.junheng.definition.Column;
import io.junheng.definition.Column.CheckDigit;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Column.Personal;
import io.junheng.definition.Column.Replacement;
import io.junheng.definition.Contract;
import io.junheng.definition.Expression;
import io.junheng.definition.PeriodType;
import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import io.junheng.definition.Text;
import io.junheng.definition.Threshold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contracts for tests: pupils with personal columns, and open foreign figures that name their own
 * places.
 */
final class Contracts {
  /** Pupils: one column of each type and rule. All people in tests are invented. */
  static final Contract PUPIL =
      contract(
          "pupil",
          List.of("pupil_key"),
          Optional.empty(),
          new Expression("county_code", Set.of("county_code")),
          List.of(
              text("county_code", "区县代码").required().codes("areas").build(),
              text("school_code", "学校标识码").required().pattern("\\d{10}").header("学校代码").build(),
              text("id_number", "身份证件号")
                  .required()
                  .residentId()
                  .hashedAs("pupil_key")
                  .header("身份证号")
                  .build(),
              text("name", "姓名").direct().build(),
              column("birth_date", ColumnType.DATE, "出生日期")
                  .coarsenedAs("birth_month", "date_trunc('month', birth_date)", "birth_date")
                  .build(),
              text("stage", "学段").required().codes("stages").build(),
              text("gender", "性别").codes("gender").build(),
              column("grade", ColumnType.INTEGER, "年级").required().range("1", "12").build(),
              column("height_m", ColumnType.DECIMAL, "身高").decimals(2).range("0.5", "2.5").build(),
              column("is_boarder", ColumnType.BOOLEAN, "是否寄宿生").build()),
          List.of(
              check(
                  "P-1",
                  Check.Level.ROW,
                  "substring(id_number, 7, 8) = date_format(birth_date, 'yyyyMMdd')",
                  "id_number",
                  "birth_date"),
              check("P-2", Check.Level.ROW, "1 / (grade - 12) < 0", "grade"),
              check("P-3", Check.Level.WARNING, "height_m > 1", "height_m"),
              check(
                  "P-4", Check.Level.FILE, "count_if(is_boarder) <= 0.5 * count(*)", "is_boarder")),
          1.0);

  /** Figures of districts: period, area and key stand in the rows. */
  static final Contract FIGURE =
      contract(
          "figure",
          List.of("district_id", "school_id"),
          Optional.of(new Expression("year * 100 + 10", Set.of("year"))),
          new Expression("district_id", Set.of("district_id")),
          List.of(
              column("year", ColumnType.INTEGER, "年").required().build(),
              text("district_id", "学区").build(),
              text("school_id", "学校").required().build(),
              column("pupils", ColumnType.INTEGER, "学生数").build()),
          List.of(
              check(
                  "F-1", Check.Level.FILE, "count_if(pupils IS NULL) <= 0.5 * count(*)", "pupils")),
          0.5);

  static final Catalogue CATALOGUE =
      new Catalogue(
          "digest",
          new Stages(
              List.of(
                  new Stage("primary", new Text("小学", "Primary"), Optional.of(BigDecimal.ONE)),
                  new Stage("junior", new Text("初中", "Junior"), Optional.of(BigDecimal.ONE))),
              List.of(
                  new StageGroup(
                      "compulsory", new Text("义务教育", "Compulsory"), List.of("primary", "junior")))),
          List.of(
              area("990101", Optional.empty()),
              area("990102", Optional.empty()),
              area("990109", Optional.of(LocalDate.of(2020, 12, 31)))),
          List.of(),
          List.of(
              new CodeList(
                  "gender",
                  new Text("性别", "Gender"),
                  List.of(
                      new CodeList.Code("female", new Text("女", "Female"), List.of("2")),
                      new CodeList.Code("male", new Text("男", "Male"), List.of("1"))))),
          List.of(PUPIL, FIGURE),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private Contracts() {}

  private static Contract contract(
      String id,
      List<String> key,
      Optional<Expression> period,
      Expression area,
      List<Column> columns,
      List<Check> checks,
      double maxRejectedShare) {
    return new Contract(
        id,
        Text.same(id),
        Text.same("one row for each " + id),
        PeriodType.SCHOOL_YEAR,
        area,
        period,
        period.map(
            p ->
                new Contract.AreaSource(
                    "district_id", "district_id", "district_id", AreaLevel.COUNTY)),
        false,
        key,
        columns,
        checks,
        period.map(p -> "figures/*.csv"),
        Optional.empty(),
        new Threshold(Optional.empty(), Optional.of(BigDecimal.valueOf(maxRejectedShare))));
  }

  private static Area area(String code, Optional<LocalDate> to) {
    return new Area(
        code,
        Optional.empty(),
        AreaLevel.COUNTY,
        Text.same(code),
        "县",
        Optional.empty(),
        to,
        1,
        true);
  }

  private static Check check(String id, Check.Level level, String require, String... names) {
    return new Check(
        id,
        level,
        new Expression(require, Set.of(names)),
        new Text(id + "不成立", id + " fails"),
        Optional.empty());
  }

  static ColumnBuilder text(String name, String zh) {
    return column(name, ColumnType.TEXT, zh);
  }

  static ColumnBuilder column(String name, ColumnType type, String zh) {
    return new ColumnBuilder(name, type, zh);
  }

  /** Spells a column out. */
  static final class ColumnBuilder {
    private final String name;
    private final ColumnType type;
    private final String zh;
    private final List<String> headers = new ArrayList<>();
    private int decimals = 4;
    private boolean required;
    private Optional<BigDecimal> minimum = Optional.empty();
    private Optional<BigDecimal> maximum = Optional.empty();
    private Optional<String> pattern = Optional.empty();
    private Optional<String> codes = Optional.empty();
    private Optional<CheckDigit> check = Optional.empty();
    private Personal personal = Personal.OPEN;
    private List<Replacement> becomes = List.of();

    private ColumnBuilder(String name, ColumnType type, String zh) {
      this.name = name;
      this.type = type;
      this.zh = zh;
    }

    ColumnBuilder required() {
      required = true;
      return this;
    }

    ColumnBuilder decimals(int places) {
      decimals = places;
      return this;
    }

    ColumnBuilder range(String from, String to) {
      minimum = Optional.of(new BigDecimal(from));
      maximum = Optional.of(new BigDecimal(to));
      return this;
    }

    ColumnBuilder pattern(String regex) {
      pattern = Optional.of(regex);
      return this;
    }

    ColumnBuilder codes(String list) {
      codes = Optional.of(list);
      return this;
    }

    ColumnBuilder residentId() {
      check = Optional.of(CheckDigit.CN_RESIDENT_ID);
      return this;
    }

    ColumnBuilder direct() {
      personal = Personal.DIRECT;
      return this;
    }

    ColumnBuilder hashedAs(String stored) {
      personal = Personal.DIRECT;
      becomes =
          List.of(new Replacement(stored, Text.same(stored), ColumnType.TEXT, Optional.empty()));
      return this;
    }

    ColumnBuilder coarsenedAs(String stored, String sql, String... names) {
      personal = Personal.QUASI;
      becomes =
          List.of(
              new Replacement(
                  stored,
                  Text.same(stored),
                  type,
                  Optional.of(new Expression(sql, Set.of(names)))));
      return this;
    }

    ColumnBuilder header(String header) {
      headers.add(header);
      return this;
    }

    Column build() {
      return new Column(
          name,
          new Text(zh, "The " + name),
          type,
          Optional.empty(),
          decimals,
          required,
          minimum,
          maximum,
          pattern,
          codes,
          check,
          Column.Absence.NONE,
          Map.of(),
          personal,
          becomes,
          Optional.empty(),
          headers);
    }
  }
}
