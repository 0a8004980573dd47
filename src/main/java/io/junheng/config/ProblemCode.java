package io.junheng.config;

import io.junheng.definition.Text;
import java.util.Locale;

/**
 * What can be wrong with {@code conf/}. The code of a problem never changes its meaning; its
 * message is filled with the values of the case. Each code has an example under {@code
 * src/test/resources/conf/invalid}.
 */
public enum ProblemCode {
  // Files and YAML.
  CONF_MISSING("there is no directory '%s'", "目录“%s”不存在"),
  UNKNOWN_ENVIRONMENT("there is no environment '%s'", "没有名为“%s”的环境"),
  UNKNOWN_FILE("'%s' is not a file that conf/ knows", "conf/ 中没有名为“%s”的文件类型"),
  YAML_SYNTAX("not readable as YAML: %s", "不是有效的 YAML:%s"),
  CSV_SYNTAX("not readable as CSV: %s", "不是有效的 CSV:%s"),

  // Shape.
  DUPLICATE_KEY("'%s' is given twice", "“%s”重复出现"),
  UNKNOWN_KEY("'%s' is not a key of %s", "“%s”不是 %s 的键"),
  MISSING_KEY("%s needs '%s'", "%s 缺少“%s”"),
  ONE_OF_KEYS("%s needs exactly one of: %s", "%s 须且只须给出其中之一:%s"),
  MISSING_LANGUAGE("'%s' has no text in '%s'", "“%s”缺少“%s”文本"),
  WRONG_TYPE("'%s' must be %s, not %s", "“%s”须为 %s,而不是 %s"),
  UNKNOWN_WORD("'%s' cannot be '%s'", "“%s”不能取值“%s”"),
  BAD_ID("'%s' is not a usable id", "“%s”不能用作标识"),
  BAD_VALUE("%s", "%s"),
  MISSING_COLUMN("the file has no column '%s'", "文件缺少列“%s”"),

  // References.
  DUPLICATE_ID("%s '%s' is defined twice, first at %s", "%s“%s”重复定义,首次定义于 %s"),
  UNKNOWN_STAGE("%s names the stage '%s', which does not exist", "%s 所指学段“%s”不存在"),
  UNKNOWN_CODE_LIST("%s names the code list '%s', which does not exist", "%s 所指代码表“%s”不存在"),
  UNKNOWN_AREA("%s names the area '%s', which does not exist", "%s 所指区划“%s”不存在"),
  UNKNOWN_AREA_SET("%s names the area set '%s', which does not exist", "%s 所指区划集合“%s”不存在"),
  UNKNOWN_CONTRACT("%s names the contract '%s', which does not exist", "%s 所指数据集“%s”不存在"),
  UNKNOWN_COLUMN("%s reads '%s', which does not exist there", "%s 使用的“%s”不存在"),
  UNKNOWN_MEASURE("%s names the measure '%s', which does not exist", "%s 所指度量“%s”不存在"),
  UNKNOWN_INDICATOR("%s names the indicator '%s', which does not exist", "%s 所指指标“%s”不存在"),
  UNKNOWN_SCOPE("%s names the scope '%s', which does not exist", "%s 所指学校范围“%s”不存在"),
  UNKNOWN_ITEM("%s names the item '%s', which the framework does not have", "%s 所指条目“%s”在本框架中不存在"),

  // Areas.
  WRONG_VALIDITY("area '%s': %s", "区划“%s”:%s"),
  WRONG_PARENT("area '%s' (%s) cannot lie in '%s' (%s)", "区划“%s”(%s)不能隶属于“%s”(%s)"),

  // SQL.
  SQL_SYNTAX("not an expression: %s", "不是有效的表达式:%s"),
  SQL_FUNCTION("the function '%s' is not allowed here", "此处不允许使用函数“%s”"),
  SQL_NOT_ALLOWED("%s is not allowed in an expression", "表达式中不允许使用 %s"),
  SQL_DIVISION("the expression divides by '%s', which may be 0", "表达式以“%s”为除数,其值可能为 0"),
  SQL_TYPE("the expression gives %s where %s is needed", "表达式结果为 %s,而此处需要 %s"),
  SQL_INPUT("the expression does not fit its inputs: %s", "表达式与其输入不符:%s"),

  // Contracts and measures.
  TWO_SCHOOL_CONTRACTS(
      "'%s' also describes schools; '%s' already does (%s)", "“%s”也声明描述学校;“%s”已声明(%s)"),
  WRONG_REFERENCE("'%s' cannot refer to another dataset: %s", "“%s”不能引用其他数据集:%s"),
  TWO_GROUPINGS(
      "'%s' groups '%s' by %s; the source is already grouped by %s",
      "“%s”按 %3$s 对“%2$s”分组;该数据源已按 %4$s 分组"),
  WRONG_SPLIT("'%s' cannot be split by stage: %s", "“%s”不能按学段拆分:%s"),
  WRONG_DECISION("'%s' cannot be decided by '%s': %s", "“%s”不能以“%s”为准:%s"),

  // Indicators.
  UNIT_BASIS_DIFFERS("'%s' goes by %s, but '%s' by %s", "“%s”按 %s 统计,而“%s”按 %s 统计"),
  NOT_A_RATIO("'%s' is the spread of '%s', which is not a ratio", "“%s”的对象“%s”不是比率指标"),
  WRONG_GRAIN(
      "%s needs figures of schools, but '%s' is reported for areas", "%s 需要学校数据,而“%s”按区划上报"),
  NO_SCHOOL_VALUE("%s tests schools, but '%s' has no value for a school", "%s 检验学校,而“%s”没有学校值"),
  NO_VALUE_AT_STAGE(
      "%s uses '%s' at the stage '%s', where it has no value", "%s 使用“%s”的学段“%s”,而该指标在此学段没有值"),
  DERIVED_CYCLE("'%s' is derived from itself: %s", "“%s”由自身推出:%s"),
  RANKING_FORBIDDEN("%s ranks with '%s', whose ranking is forbidden", "%s 用于排名的“%s”禁止排名"),
  FORBIDDEN_FIGURE("'%s' is of %s, which may not be compiled", "“%s”属于%s,依法不得统计"),
  WEIGHTS_DO_NOT_SUM("the weights of %s sum to %s", "%s 的权重之和为 %s"),
  WRONG_RANKING("%s", "%s"),
  UNMAPPED_PERIODS(
      "'%s' mixes figures about %s without saying of which year are those about %s",
      "“%s”混用 %s 的数据,而未说明其中 %s 取哪一年"),
  NOT_A_SCHOOL_ITEM("the school rule names '%s', which does not test schools", "学校规则所列“%s”不检验学校"),
  EXAMPLE_INPUT("example of '%s': %s", "“%s”的算例:%s"),
  EXAMPLE_DIFFERS("example of '%s' gives %s, but says %s", "“%s”的算例应得 %s,所写为 %s");

  private final String en;
  private final String zh;

  ProblemCode(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  /** The code as it is printed: {@code unknown_measure}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The message with … for the values of a case. */
  String pattern() {
    return message("…", "…", "…", "…").en();
  }

  Text message(Object... values) {
    Object[] inChinese = values.clone();
    Object[] inEnglish = values.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Text text) {
        inChinese[i] = text.zh();
        inEnglish[i] = text.en();
      }
    }
    return new Text(
        zh.formatted(inChinese).replace('\n', ' '), en.formatted(inEnglish).replace('\n', ' '));
  }

  @Override
  public String toString() {
    return code();
  }
}
