package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCheckTest {
  private static final Vocabulary COLUMNS =
      new Vocabulary(
          Map.of(
              "n",
              "BIGINT",
              "amount",
              "DECIMAL(20,4)",
              "name",
              "STRING",
              "born",
              "DATE",
              "flag",
              "BOOLEAN"),
          true);
  private static final CatalystSql SQL = new CatalystSql();

  private static List<ProblemCode> codes(String sql, Expected expected) {
    return SQL.check(sql, COLUMNS, expected).findings().stream()
        .map(SqlOutcome.Finding::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flag",
        "n BETWEEN 1 AND CASE name WHEN 'a' THEN 6 ELSE 3 END",
        "name IN ('a', 'b') AND NOT coalesce(flag, false)",
        "name RLIKE '^x' OR name NOT LIKE '%y' OR name ILIKE 'Z%'",
        "substring(name, 7, 8) = date_format(born, 'yyyyMMdd')",
        "born >= '2020-01-01' AND year(born) < 2030",
        "nullif(n, 0) IS NOT NULL",
        "if(n > 0, greatest(n, 2), least(n, 3)) % 2 = 0",
        "try_cast(name AS INT) > 3",
        "round(amount / 3, 2) <> floor(amount) + ceil(amount) - abs(-n)",
        "upper(trim(name)) || lower(name) = concat(name, 'x')",
        "add_months(born, 1) < make_date(2020, 1, 1)",
        "date_trunc('month', born) = born",
        "extract(MONTH FROM born) = 9",
        "N > 0 AND Flag IS TRUE",
        "amount / nullif(n, 0) > -1.5 / 2 AND n % 10 = 0 AND n div 7 = 1"
      })
  void aConditionOfARowIsAllowed(String sql) {
    assertThat(SQL.check(sql, COLUMNS, Expected.CONDITION).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count_if(name IS NULL) <= 0.05 * count(*)",
        "sum(n) > 0 AND min(amount) >= 0 AND max(born) > '2020-01-01' AND avg(n) < 5",
        "count(DISTINCT name) = count(*)"
      })
  void aConditionOfAFileIsOverAggregates(String sql) {
    assertThat(SQL.check(sql, COLUMNS, Expected.FILE_CONDITION).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rand() > 0.5",
        "uuid() = name",
        "current_date() > born",
        "now() > born",
        "input_file_name() = name",
        "java_method('java.lang.System', 'exit') = ''",
        "reflect('java.lang.System', 'exit') = ''",
        "monotonically_increasing_id() = n",
        "count(*) > 1",
        "raise_error('x') = ''",
        "explode(array(1)) = 1"
      })
  void aFunctionThatIsNotAPureOneOfTheRowIsRefused(String sql) {
    assertThat(codes(sql, Expected.CONDITION)).contains(ProblemCode.SQL_FUNCTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n > (SELECT 1)",
        "n IN (SELECT 1)",
        "EXISTS (SELECT 1)",
        "flag AS f",
        "*",
        "n = :parameter",
        "name COLLATE UTF8_LCASE = 'x'",
        "CURRENT_DATE > born OR name[1] = 'x'"
      })
  void syntaxThatReachesBeyondTheRowIsRefused(String sql) {
    assertThat(codes(sql, Expected.CONDITION))
        .containsAnyOf(ProblemCode.SQL_NOT_ALLOWED, ProblemCode.UNKNOWN_COLUMN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(n) OVER (PARTITION BY name)",
        "transform(name, x -> x)",
        "row_number() OVER (ORDER BY n)"
      })
  void windowsAndLambdasAreRefused(String sql) {
    assertThat(codes(sql, Expected.NUMBER))
        .isNotEmpty()
        .isSubsetOf(
            ProblemCode.SQL_NOT_ALLOWED, ProblemCode.SQL_FUNCTION, ProblemCode.UNKNOWN_COLUMN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name > 5", "CAST(name AS INT) > 5", "born > 'yesterday'", "abs(name) = 1"})
  void textIsNeverTakenForANumberOrADay(String sql) {
    assertThat(codes(sql, Expected.CONDITION)).containsOnly(ProblemCode.SQL_INPUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 / n", "n % amount", "n div (n - 1)", "n / 0", "n / 0.00", "n / coalesce(n, 1)"})
  void whatIsDividedByIsNeverZero(String sql) {
    assertThat(codes(sql, Expected.NUMBER)).containsOnly(ProblemCode.SQL_DIVISION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount / nullif(n, 0) | 2.5",
        "nullif(nullif(amount - 1, n) + 6, nullif(n, 7)) | 15",
        "CASE WHEN n BETWEEN 1 AND 4 THEN coalesce(n, 0) * amount END | 40",
        "greatest(n, round(amount / 3, 1)) | 4"
      })
  void whatIsAllowedIsAlsoWorkedOut(String sql, BigDecimal value) {
    Map<String, BigDecimal> row = Map.of("n", BigDecimal.valueOf(4), "amount", BigDecimal.TEN);
    Object result = SQL.evaluate(sql, COLUMNS, row).orElseThrow();
    assertThat(new BigDecimal(result.toString())).isEqualByComparingTo(value);
  }

  @Test
  void theNamesThatAnExpressionReadsAreKeptInLowerCase() {
    assertThat(SQL.check("N + coalesce(AMOUNT, n)", COLUMNS, Expected.NUMBER).names())
        .isEqualTo(new TreeSet<>(List.of("amount", "n")));
  }

  @Test
  void everyAllowedFunctionIsOneOfSparks() {
    for (String function : SqlWords.functions(Expected.FILE_CONDITION)) {
      assertThat(
              org.apache.spark.sql.catalyst.analysis.FunctionRegistry.functionSet()
                  .exists(known -> known.funcName().equals(function)))
          .as(function)
          .isTrue();
    }
  }
}
