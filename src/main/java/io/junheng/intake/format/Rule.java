package io.junheng.intake.format;

import io.junheng.definition.Text;
import java.util.Locale;

/**
 * The rules that hold for every contract. The conditions that a contract adds go by their own ids.
 */
public enum Rule {
  REQUIRED(Level.ROW, "必填项为空", "A value is required"),
  NOT_INTEGER(Level.ROW, "不是整数", "Not a whole number"),
  NOT_DECIMAL(Level.ROW, "不是数字", "Not a number"),
  TWO_MAGNITUDES(
      Level.ROW,
      "单位中有两个数量级,如“亿万元”,请核实后按一个数量级填写",
      "Two magnitudes in one unit, such as 亿万元; confirm and write one of them"),
  THOUSANDS_SEPARATOR(Level.ROW, "数字不得带千分位分隔符", "Numbers carry no thousands separators"),
  TOO_MANY_DECIMALS(Level.ROW, "小数超过%s位", "More than %s decimals"),
  TOO_MANY_DIGITS(Level.ROW, "数字位数过多", "More digits than the column can hold"),
  OUT_OF_RANGE(Level.ROW, "不在%s至%s之间", "Not between %s and %s"),
  NOT_DATE(Level.ROW, "不是日期(例:2012-09-01)", "Not a date (for instance 2012-09-01)"),
  NOT_BOOLEAN(Level.ROW, "应填是或否", "Neither yes nor no"),
  UNKNOWN_CODE(Level.ROW, "不在代码表%s中", "Not in the code list %s"),
  UNKNOWN_AREA(Level.ROW, "%s无此区划代码", "No area has this code on %s"),
  CODE_OUT_OF_TIME(Level.ROW, "该代码在%s不适用,应为 %s", "The code does not hold on %s; use %s instead"),
  PATTERN(Level.ROW, "格式应为%s", "Does not look like %s"),
  CHECK_DIGIT(Level.ROW, "校验码不符(%s)", "The check digit does not fit (%s)"),
  HIDDEN_ABSENCE(
      Level.ROW,
      "以约定的词或数代替缺失,无此数据请留空",
      "A word or number that hides an absence; leave the cell empty"),
  UNKNOWN_REFERENCE(
      Level.ROW,
      "本周期、本区县的数据集%s中无此代码",
      "No row of the dataset %s has this key in the same period and county"),
  REFERENCE_UNCHECKED(
      Level.WARNING,
      "本周期、本区县无数据集%s,未能核对",
      "Not checked: there is no dataset %s of the same period and county"),
  PERSONAL_VALUE(
      Level.ROW,
      "不得填写身份证件号或手机号;这一列会原样入库",
      "An identity or telephone number must not stand in this column, which is stored as it is"),
  CONTROL_CHARACTER(Level.ROW, "含有控制字符", "Holds a control character"),
  TOO_LONG(Level.ROW, "超过%s个字符", "More than %s characters"),
  FORMULA(
      Level.ROW, "以等号开头;请填写值而不是公式", "Begins with an equals sign; give the value and not a formula"),
  FORMULA_ERROR(
      Level.ROW,
      "公式出错或没有结果;请在工作簿中改正",
      "A formula with an error or without a result; correct it in the workbook"),
  LOST_DIGITS(
      Level.ROW,
      "数字超过15位,工作簿中已丢失精度;请将该列设为文本后重新填写",
      "A number of more than 15 digits, of which the workbook has lost some; format the column as text and enter it again"),
  ABSENT_WORD(
      Level.ROW,
      "没有数据时请留空,不要填写「无」「/」等",
      "Leave the cell empty where there is no value; do not write words such as N/A"),
  FIELD_COUNT(Level.ROW, "本行有%s个字段,表头有%s个", "The row has %s fields, the header %s"),
  DUPLICATE_KEY(Level.ROW, "与%s主键重复", "Has the same key as %s"),
  MISSING_AREA(Level.ROW, "无法确定所属区县", "The row names no area"),
  FOREIGN_AREA(Level.ROW, "与报送目录的区县不符", "Names another area than the folder it was delivered in"),
  BAD_PERIOD(Level.ROW, "无法确定所属周期", "The row names no period of the contract's type"),

  RETURN_SHEET(Level.WARNING, "退回单未能生成", "The return sheet could not be written"),
  UNKNOWN_COLUMN(
      Level.WARNING, "未定义的列「%s」未读入", "Column '%s' is not in the contract and was not read"),
  MISSING_COLUMN(Level.WARNING, "缺少选填列「%s」", "Optional column '%s' is not delivered"),
  READ_AS_TEXT(Level.NOTE, "按%s编码、以「%s」分隔读取", "Read as %s, cells parted by '%s'"),
  READ_AS_WORKBOOK(Level.NOTE, "按%s工作簿读取,工作表「%s」", "Read as %s workbook, sheet '%s'"),
  READ_AS_PARQUET(Level.NOTE, "按Parquet读取", "Read as Parquet"),
  HEADER_BELOW(
      Level.NOTE,
      "表头在第%s行,共%s行;其上为标题",
      "The header stands in row %s and takes %s rows; above it are titles"),
  NUMBERING_ROW(Level.NOTE, "栏次编号行未读入", "A row that numbers the columns was not read"),
  TOTALS_ROW(Level.WARNING, "合计行未读入", "A row of totals was not read"),
  HIDDEN_ROW(Level.WARNING, "隐藏的行也已读入,请确认", "A hidden row was read as well; please confirm"),
  NO_ROWS(Level.WARNING, "只有表头,没有数据", "A header without rows"),

  STRAY_FILE(
      Level.WARNING,
      "不在约定的目录结构中(周期/区县/数据集.csv等),未读入",
      "Not where a delivery stands (PERIOD/COUNTY/DATASET[-PART].csv); not read"),
  UNKNOWN_DATASET(Level.REFUSED, "没有数据集「%s」", "There is no dataset '%s'"),
  UNKNOWN_PERIOD(Level.REFUSED, "「%s」不是%s的周期", "'%s' is no period of %s"),
  UNKNOWN_COUNTY(Level.REFUSED, "%2$s无区划代码「%1$s」", "No area has the code '%s' on %s"),
  COUNTY_OUT_OF_TIME(
      Level.REFUSED,
      "区划代码「%s」在%s不适用,应为 %s",
      "The area code '%s' does not hold on %s; deliver it under %s"),
  UNKNOWN_FORMAT(Level.REFUSED, "不能读取此格式", "Files of this format cannot be read"),

  MISSING_HEADER(Level.UNREADABLE, "表头缺少必填列「%s」%s", "The header has no column '%s'%s"),
  DUPLICATE_HEADER(Level.UNREADABLE, "表头中列「%s」出现多次", "The header names column '%s' more than once"),
  EMPTY_FILE(Level.UNREADABLE, "文件为空", "The file is empty"),
  BROKEN_ENCODING(
      Level.UNREADABLE,
      "第%s行、第%s字节处不是%s编码:文件混有不同编码或已损坏,请另存为UTF-8",
      "Row %s, byte %s is not %s like the rest: encodings are mixed or the file is damaged; save it anew as UTF-8"),
  FULL_WIDTH_COMMA(
      Level.UNREADABLE,
      "以全角逗号「,」分隔;请改用半角逗号「,」或报送工作簿",
      "Cells are parted by full-width commas; use ',' or deliver a workbook"),
  DAMAGED_WORKBOOK(
      Level.UNREADABLE,
      "工作簿已损坏;请在办公软件中打开并另存为.xlsx",
      "The workbook is damaged; open it and save it anew as .xlsx"),
  DAMAGED_PARQUET(
      Level.UNREADABLE, "Parquet文件已损坏,请重新导出", "The Parquet file is damaged; export it anew"),
  COLUMN_TYPE(
      Level.UNREADABLE,
      "以下列的类型不能读取:%s;请改为文本、数字、日期或布尔",
      "Columns of a type that is not read: %s; make them text, numbers, days or truth values"),
  DAMAGED_ZIP(Level.UNREADABLE, "压缩包已损坏,请重新打包", "The zip file is damaged; pack it anew"),
  NESTED_ZIP(
      Level.UNREADABLE,
      "压缩包内不得再有压缩包",
      "A packed file within a zip is not read; put the files into one zip"),
  UNSAFE_NAME(
      Level.UNREADABLE,
      "压缩包内的文件名指向目录之外或重复,拒绝读取",
      "The name within the zip leads out of the folder or stands twice; it is not read"),
  OLD_WORKBOOK(
      Level.UNREADABLE,
      "Excel 95及更早的工作簿;请另存为.xlsx",
      "A workbook of Excel 95 or earlier; save it as .xlsx"),
  LARGE_WORKBOOK(
      Level.UNREADABLE, "工作簿超过%s MB;请改报CSV", "A workbook of more than %s MB; deliver it as CSV"),
  ENCRYPTED(
      Level.UNREADABLE,
      "文件设有密码;请去除密码后重新报送",
      "The file has a password; remove it and deliver again"),
  BOMB(
      Level.UNREADABLE,
      "压缩内容展开后异常庞大,拒绝读取;请另存后重新报送",
      "It unpacks to far more than it weighs and is not read; save it anew"),
  EXTERNAL_ENTITY(
      Level.UNREADABLE,
      "工作簿中含有XML实体声明,拒绝读取;请另存为.xlsx",
      "The workbook declares XML entities and is not read; save it anew as .xlsx"),
  DAYS_FROM_1904(
      Level.UNREADABLE,
      "工作簿使用1904日期系统;请改为1900日期系统",
      "The workbook counts days from 1904; switch to the 1900 date system"),
  MISSING_SHEET(Level.UNREADABLE, "没有工作表「%s」;现有:%s", "There is no sheet '%s'; there are %s"),
  SEVERAL_SHEETS(
      Level.UNREADABLE,
      "多个工作表的表头都符合:%s;请只留一个,或将其命名为「%s」",
      "The headers of several sheets fit: %s; leave one, or call it '%s'"),
  NO_DELIVERY(
      Level.UNREADABLE,
      "内容不是文本、工作簿或Parquet(可能是网页、PDF、图片或压缩包);请另存为.xlsx",
      "It holds neither text nor a workbook nor Parquet, but perhaps a web page, a PDF, a picture or a packed file; save it as .xlsx"),
  BROKEN_QUOTES(
      Level.UNREADABLE,
      "第%s行起引号不配对或单元格过长;引号应成对,单元格内的引号写两个",
      "From row %s on the quotes do not match, or a cell is too long; quotes stand in pairs, and a quote within a cell is doubled"),
  OTHER_UNIT(
      Level.UNREADABLE,
      "列「%s」的单位是%s,应为%s;请换算后重新报送",
      "Column '%s' is given in %s and not in %s; convert it and deliver again"),
  TOO_MANY_REJECTED(
      Level.REFUSED,
      "%s行中有%s行不合格,超过允许的%s",
      "%2$s of %1$s rows were set aside, more than the %3$s allowed"),
  PART_REFUSED(
      Level.REFUSED, "同一批次的文件「%s」未被接收", "'%s', which belongs to the same delivery, was refused");

  /** What the note on how a file was read goes by, whatever its format. */
  public static final String READ_AS = "read_as";

  private final Level level;
  private final String zh;
  private final String en;

  Rule(Level level, String zh, String en) {
    this.level = level;
    this.zh = zh;
    this.en = en;
  }

  /** The name in the tables, for instance {@code out_of_range}. It never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Level level() {
    return level;
  }

  /**
   * What to tell people; the arguments come from the contract and from places in the file, never
   * from cells.
   */
  public Text message(Object... arguments) {
    return new Text(
        String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
  }
}
