package io.junheng.config;

import io.junheng.definition.AreaLevel;
import io.junheng.definition.Check;
import io.junheng.definition.Column.Absence;
import io.junheng.definition.Contract;
import io.junheng.definition.Contract.AreaSource;
import io.junheng.definition.Expression;
import io.junheng.definition.PeriodType;
import io.junheng.definition.Text;
import io.junheng.definition.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads contracts and what may be read from their rows. */
final class ContractReader {
  private static final Optional<BigDecimal> DEFAULT_REJECTED_SHARE =
      Optional.of(new BigDecimal("0.05"));

  private final Attempt attempt;
  private final Problems problems;
  private final ColumnReader columns;
  private final SqlCheck sql;

  ContractReader(Problems problems, Names names, SqlCheck sql) {
    this.attempt = new Attempt(problems);
    this.problems = problems;
    this.columns = new ColumnReader(problems, names, sql);
    this.sql = sql;
  }

  Contract read(Value value) {
    String id = value.require("contract").text();
    Absence absence = value.find("absence").map(ColumnReader::absence).orElse(Absence.NONE);
    ColumnReader.Columns read = columns.read(value.each("columns"), id, absence);
    Vocabulary delivered = Vocabulary.delivered(read.columns(), read.complete());
    List<Check> checks = attempt.each(value.each("checks"), check -> check(check, delivered));
    Optional<Expression> area = area(value, delivered);
    Optional<Expression> period =
        value
            .find("period")
            .flatMap(p -> attempt.at(p, () -> sql.read(p, delivered, Expected.NUMBER)));
    Optional<AreaSource> areas =
        value.find("areas").flatMap(a -> attempt.at(a, () -> areaSource(a, delivered)));
    List<String> key = key(value, id, read);
    return new Contract(
        id,
        value.require("title").bilingual(),
        value.require("grain").bilingual(),
        value.require("period_type").word(PeriodType.class),
        area.orElseThrow(Value.Unreadable::new),
        period,
        areas,
        value.find("describes").isPresent(),
        key,
        read.columns(),
        checks,
        value.find("files").map(Value::text),
        value.find("sheet").map(Value::text),
        rejected(value));
  }

  private static Threshold rejected(Value contract) {
    return new Threshold(
        contract.find("max_rejected_rows").map(rows -> (long) rows.whole()),
        contract.find("max_rejected_share").map(Value::number).or(() -> DEFAULT_REJECTED_SHARE));
  }

  private Optional<Expression> area(Value contract, Vocabulary delivered) {
    Optional<Value> area = contract.find("area");
    if (area.isPresent()) {
      return attempt.at(contract, () -> sql.read(area.get(), delivered, Expected.VALUE));
    }
    if (delivered.complete() && !delivered.types().containsKey("county_code")) {
      problems.add(
          contract.place(),
          ProblemCode.MISSING_KEY,
          Cure.of(
              "没有 county_code 列时须用 area 指明区划",
              "Without a column county_code, area says which area a row belongs to"),
          contract.require("contract").text(),
          "area");
    }
    return Optional.of(new Expression("county_code", Set.of("county_code")));
  }

  private AreaSource areaSource(Value value, Vocabulary delivered) {
    String nameEn = column(value.require("name_en"), delivered);
    return new AreaSource(
        column(value.require("code"), delivered),
        value.find("name_zh").map(name -> column(name, delivered)).orElse(nameEn),
        nameEn,
        value.find("level").map(level -> level.word(AreaLevel.class)).orElse(AreaLevel.COUNTY));
  }

  private String column(Value name, Vocabulary delivered) {
    return columns.resolve(name, delivered, "areas");
  }

  /** The key stands in stored columns; of a wrong contract the stored ones cannot be told. */
  private List<String> key(Value contract, String id, ColumnReader.Columns read) {
    Vocabulary stored = read.stored();
    return attempt.each(contract.each("key"), key -> columns.resolve(key, stored, id));
  }

  private Check check(Value value, Vocabulary delivered) {
    Check.Level level = value.require("level").word(Check.Level.class);
    Expected expected = level == Check.Level.FILE ? Expected.FILE_CONDITION : Expected.CONDITION;
    Expression require = sql.read(value.require("require"), delivered, expected);
    Text message =
        value
            .find("message")
            .map(Value::bilingual)
            .orElse(new Text("不满足:" + require.sql(), "Does not hold: " + require.sql()));
    return new Check(
        value.require("id").text(),
        level,
        require,
        message,
        value.find("refuse_above").map(ContractReader::threshold));
  }

  private static Threshold threshold(Value value) {
    return new Threshold(
        value.find("rows").map(rows -> (long) rows.whole()),
        value.find("share").map(Value::number));
  }
}
