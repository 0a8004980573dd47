package io.junheng.config;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the expression language allows: pure functions of a row, and for files the aggregates that
 * add up.
 */
final class SqlWords {
  static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "add_months",
          "between",
          "ceil",
          "ceiling",
          "char_length",
          "coalesce",
          "concat",
          "concat_ws",
          "contains",
          "date_add",
          "date_diff",
          "date_format",
          "date_sub",
          "date_trunc",
          "datediff",
          "day",
          "dayofmonth",
          "endswith",
          "extract",
          "floor",
          "greatest",
          "if",
          "ifnull",
          "isnotnull",
          "isnull",
          "last_day",
          "least",
          "left",
          "length",
          "lower",
          "lpad",
          "ltrim",
          "make_date",
          "month",
          "months_between",
          "nullif",
          "nvl",
          "nvl2",
          "pow",
          "power",
          "quarter",
          "regexp_extract",
          "regexp_replace",
          "replace",
          "right",
          "round",
          "rpad",
          "rtrim",
          "sign",
          "split_part",
          "sqrt",
          "startswith",
          "substr",
          "substring",
          "translate",
          "trim",
          "trunc",
          "try_add",
          "try_divide",
          "try_multiply",
          "try_subtract",
          "try_to_date",
          "upper",
          "year");

  static final Set<String> AGGREGATES = Set.of("avg", "count", "count_if", "max", "min", "sum");

  /**
   * Parts of Spark's syntax trees that an expression may be made of, by the names of their classes.
   */
  static final Set<String> SYNTAX =
      Set.of(
          "Add",
          "And",
          "CaseWhen",
          "Cast",
          "Concat",
          "Divide",
          "EqualNullSafe",
          "EqualTo",
          "GreaterThan",
          "GreaterThanOrEqual",
          "ILike",
          "If",
          "In",
          "IntegralDivide",
          "IsNotNull",
          "IsNull",
          "LessThan",
          "LessThanOrEqual",
          "Like",
          "LikeAll",
          "LikeAny",
          "Literal",
          "Multiply",
          "Not",
          "NotLikeAll",
          "NotLikeAny",
          "Or",
          "RLike",
          "Remainder",
          "StringLocate",
          "StringTrim",
          "StringTrimBoth",
          "StringTrimLeft",
          "StringTrimRight",
          "Substring",
          "Subtract",
          "UnaryMinus",
          "UnaryPositive");

  private SqlWords() {}

  static Set<String> functions(Expected expected) {
    Set<String> allowed = new TreeSet<>(FUNCTIONS);
    if (expected == Expected.FILE_CONDITION) {
      allowed.addAll(AGGREGATES);
    }
    return allowed;
  }
}
