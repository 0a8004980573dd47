package io.junheng.config;

import static io.junheng.config.Shape.Scalar.BILINGUAL;
import static io.junheng.config.Shape.Scalar.CODE;
import static io.junheng.config.Shape.Scalar.FLAG;
import static io.junheng.config.Shape.Scalar.ID;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.NUMBER;
import static io.junheng.config.Shape.Scalar.SQL;
import static io.junheng.config.Shape.Scalar.TEXT;
import static io.junheng.config.Shape.Scalar.WHOLE;

import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Either;
import io.junheng.config.Shape.Named;
import io.junheng.config.Shape.Words;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Check;
import io.junheng.definition.Column;
import io.junheng.definition.Direction;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Origin;
import io.junheng.definition.PeriodType;
import io.junheng.definition.ReferenceDate;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SourceOfRecord;
import io.junheng.definition.UnitBasis;

/** The kinds of YAML file but frameworks ({@link FrameworkKind}), key by key. */
final class ConfKinds {
  static final Keys LEGAL =
      Keys.of("a legal reference")
          .required("document", TEXT, "Document in which the rule stands, with its number.")
          .optional("clause", CODE, "Clause of the document.")
          .build();

  static final Keys STAGES =
      Keys.of("the stages file")
          .required("stages", new Each(stage()), "The single school stages, in order.")
          .optional("groups", new Each(stageGroup()), "Several stages under one name.")
          .build();

  static final Keys CODES =
      Keys.of("a file of code lists")
          .required("codes", new Each(codeList()), "Code lists; a column names one by its id.")
          .build();

  static final Keys CONTRACT =
      Keys.of("a contract")
          .required("contract", NAME, "Id of the dataset; also the name of its table.")
          .required("title", BILINGUAL, "Name for people.")
          .required("grain", BILINGUAL, "What one row is.")
          .required(
              "period_type", Words.of(PeriodType.class), "Kind of period it is delivered for.")
          .optional("area", SQL, "Reporting area of a row; county_code if not given.")
          .optional(
              "period", SQL, "Period of a row as YYYYTT; the landing folder says it if not given.")
          .optional("areas", areaSource(), "How the rows themselves name their areas.")
          .optional(
              "describes",
              Words.of("school"),
              "school: the rows describe schools, and scopes may read them.")
          .required("key", new Each(NAME), "Stored columns that tell rows apart within a period.")
          .required("columns", new Each(column()), "The delivered columns.")
          .optional("checks", new Each(check()), "Conditions that rows and files must meet.")
          .optional(
              "set_checks",
              new Each(setCheck()),
              "Conditions that groups of stored rows must meet; findings only.")
          .optional(
              "files",
              TEXT,
              "Glob below the landing folder; PERIOD/COUNTY/DATASET[-PART].csv if not given.")
          .optional(
              "sheet", TEXT, "Sheet of a workbook; the only one whose header fits if not given.")
          .optional(
              "max_rejected_share",
              NUMBER,
              "Share of rows set aside (0 to 1) above which a file is refused; 0.05 if not given.")
          .optional(
              "max_rejected_rows", WHOLE, "Number of rows set aside above which a file is refused.")
          .optional("absence", absence(), "Cells of all columns that stand for no value.")
          .build();

  static final Keys MEASURES =
      Keys.of("a set of measures")
          .required("source", NAME, "Contract whose rows are counted or summed.")
          .optional(
              "per",
              Words.of(MeasureSet.Grain.class),
              "school_stage (default), or area_stage for figures reported for an area.")
          .optional(
              "source_of_record",
              Words.of(SourceOfRecord.class),
              "Whose record decides; each measure may say otherwise.")
          .optional(
              "reference_date",
              Words.of(ReferenceDate.class),
              "What day or span the figures are about; each measure may say otherwise.")
          .required("measures", new Each(measure()), "What is counted or summed, all in one scan.")
          .build();

  static final Keys INDICATORS =
      Keys.of("a file of indicators")
          .optional("indicators", new Each(indicator()), "What is divided, spread, compared.")
          .optional("scopes", new Each(scope()), "Which schools take part.")
          .optional("forbidden", new Each(forbidden()), "Figures that may not be compiled at all.")
          .build();

  static final Keys ENVIRONMENT =
      Keys.of("an environment")
          .required("lake", TEXT, "Folder or URI of the tables.")
          .required("landing", TEXT, "Folder or URI of the deliveries.")
          .required(
              "key_file", TEXT, "File with the secret key that turns personal ids into hashes.")
          .optional(
              "max_rejected_share",
              NUMBER,
              "Replaces the contracts' share (0 to 1) of rows set aside above which a file is refused.")
          .optional("shuffle_partitions", WHOLE, "Partitions of Spark's shuffles.")
          .optional("small_counts", smallCounts(), "What peers and the public do not see.")
          .optional("mart", mart(), "The database of published results.")
          .optional(
              "spark", new Named(CODE, CODE), "Spark's own settings: {spark.executor.memory: 8g}.")
          .optional(
              "databases",
              new Each(database()),
              "Tables and queries of databases that are delivered like files.")
          .build();

  private ConfKinds() {}

  private static Keys smallCounts() {
    return Keys.of("small counts")
        .optional("people", WHOLE, "Numbers of people below this are hidden; 10 if not given.")
        .optional(
            "units",
            WHOLE,
            "Figures of fewer schools and means of fewer counties are hidden; 3 if not given.")
        .build();
  }

  private static Keys mart() {
    return Keys.of("a mart")
        .required(
            "url",
            TEXT,
            "JDBC address: jdbc:postgresql://host:5432/database, or of a database in dialects.")
        .optional("driver", TEXT, "Jar of the JDBC driver; not needed for PostgreSQL.")
        .optional("user", CODE, "Account that owns the tables.")
        .optional(
            "password_file",
            TEXT,
            "File whose first line is the password; JUNHENG_MART_PASSWORD goes before it.")
        .build();
  }

  private static Keys database() {
    return Keys.of("a database")
        .required("dataset", NAME, "Contract of its rows.")
        .required("url", TEXT, "jdbc:postgresql://host:port/database, without user and password.")
        .required("user", TEXT, "Where the user's name is kept: env:NAME or file:PATH.")
        .required("password", TEXT, "Where the password is kept: env:NAME or file:PATH.")
        .optional("table", TEXT, "Table or view that is read; or else:")
        .optional("query", TEXT, "Query that is read.")
        .optional("period", TEXT, "Column with the period of a row (YYYYTT).")
        .optional("county", TEXT, "Column with the area code of a row.")
        .optional("connections", WHOLE, "How many counties are read at once; 4 if not given.")
        .build();
  }

  private static Keys stage() {
    return Keys.of("a stage")
        .required("id", ID, "Code of the stage in all tables.")
        .required("title", BILINGUAL, "Name for people.")
        .optional(
            "split_weight",
            NUMBER,
            "Weight of one pupil when a mixed school's resources are split; without it the stage takes no part.")
        .build();
  }

  private static Keys stageGroup() {
    return Keys.of("a group of stages")
        .required("id", ID, "Code of the group in all tables.")
        .required("title", BILINGUAL, "Name for people.")
        .required("members", new Each(ID), "Single stages that it is made of.")
        .build();
  }

  private static Keys codeList() {
    Keys code =
        Keys.of("a code")
            .required("code", CODE, "What the tables keep.")
            .required("title", BILINGUAL, "Name for people; accepted in deliveries.")
            .optional("aliases", new Each(CODE), "Other spellings that a delivery may use.")
            .optional("valid_from", TEXT, "First day on which it may be used ('YYYY-MM-DD').")
            .optional("valid_to", TEXT, "Last day on which it may be used ('YYYY-MM-DD').")
            .optional("successors", new Each(CODE), "Codes to use instead after the last day.")
            .build();
    return Keys.of("a code list")
        .required("list", NAME, "Id of the list.")
        .required("title", BILINGUAL, "Name for people.")
        .required("values", new Each(code), "The permitted values.")
        .build();
  }

  private static Keys areaSource() {
    return Keys.of("the areas of a contract")
        .required("code", NAME, "Column of the area's code.")
        .optional("name_zh", NAME, "Column of its Chinese name; name_en if not given.")
        .required("name_en", NAME, "Column of its English name.")
        .optional("level", Words.of(AreaLevel.class), "Level of these areas; county if not given.")
        .build();
  }

  private static Keys column() {
    return Keys.of("a column")
        .required("name", NAME, "Name of the column in the tables.")
        .required("title", BILINGUAL, "Name for people; accepted as header.")
        .required("type", Words.of(Column.ColumnType.class), "Type of its values.")
        .optional("unit", TEXT, "Unit of a number.")
        .optional("decimals", WHOLE, "Digits after the point of a decimal; 4 if not given.")
        .optional("required", FLAG, "Whether every row must have a value.")
        .optional("range", new Each(NUMBER), "[lowest, highest] permitted value.")
        .optional("pattern", TEXT, "Regular expression that the whole value must match.")
        .optional("codes", NAME, "Id of a code list, or areas, or stages.")
        .optional("check", Words.of(Column.CheckDigit.class), "Check digit rule.")
        .optional(
            "absence", absence(), "Cells that stand for no value, in place of the contract's.")
        .optional(
            "units",
            new Named(TEXT, NUMBER),
            "Factors of units that a number may be followed by: {万元: 10000}.")
        .optional(
            "personal",
            Words.of("direct", "quasi"),
            "direct: becomes a keyed hash or is dropped; quasi: is coarsened or dropped.")
        .optional(
            "becomes",
            Either.of(NAME, new Named(NAME, SQL)),
            "Stored column in place of a personal one: NAME, or {NAME: expression}.")
        .optional(
            "references",
            Either.of(NAME, reference()),
            "Contract in whose key the value must stand, within the same period and county.")
        .optional(
            "headers", new Each(CODE), "Header names accepted besides the name and both titles.")
        .build();
  }

  private static Keys absence() {
    return Keys.of("words for absence")
        .optional("blank", new Each(CODE), "Read as an empty cell.")
        .optional("refused", new Each(CODE), "A finding.")
        .build();
  }

  private static Keys reference() {
    return Keys.of("a reference")
        .required("contract", NAME, "Contract in whose key the value must stand.")
        .required(
            "level",
            Words.of(Check.Level.class),
            "row: the row is set aside; file: the file is refused; warning: only noted.")
        .build();
  }

  private static Keys threshold() {
    return Keys.of("a threshold")
        .optional("rows", WHOLE, "So many rows at most.")
        .optional("share", NUMBER, "So large a share of the file's rows at most (0 to 1).")
        .exactlyOne("rows", "share")
        .build();
  }

  private static Keys check() {
    return Keys.of("a check")
        .required("id", ID, "Code of the check in rejected rows and findings.")
        .required(
            "level",
            Words.of(Check.Level.class),
            "row: the row is set aside; file: the file is refused; warning: only noted.")
        .required("require", SQL, "What must hold; null passes.")
        .optional("message", BILINGUAL, "What is wrong where it does not hold.")
        .optional(
            "refuse_above",
            threshold(),
            "How many rows may break a check of rows or warnings before the file is refused.")
        .build();
  }

  private static Keys setCheck() {
    Keys figure =
        Keys.of("a figure of a set check")
            .optional(
                "of", NAME, "Contract whose rows are counted or summed; its own if not given.")
            .optional(
                "year",
                Words.of(SetCheck.Year.class),
                "previous: the rows of the period one year earlier; this if not given.")
            .optional("count", SQL, "Rows for which the condition is true.")
            .optional("sum", SQL, "Sum of a value.")
            .optional("min", SQL, "Smallest value.")
            .optional("max", SQL, "Largest value.")
            .exactlyOne("count", "sum", "min", "max")
            .optional("where", SQL, "Rows that take part.")
            .build();
    return Keys.of("a set check")
        .required("id", ID, "Code of the check in findings.")
        .optional(
            "by", new Each(NAME), "Stored columns that make the groups; the county if not given.")
        .optional(
            "span",
            Words.of(SetCheck.Span.class),
            "period: a group may reach over counties; county if not given.")
        .required("figures", new Named(NAME, figure), "What is worked out for each group.")
        .required("require", SQL, "What must hold for the figures; null passes.")
        .optional("message", BILINGUAL, "What is wrong where it does not hold.")
        .build();
  }

  private static Keys measure() {
    Keys groups =
        Keys.of("count_groups")
            .required("by", new Each(NAME), "Columns whose equal values make a group.")
            .optional("having", SQL, "Condition over measures of the same source within the group.")
            .build();
    Keys largest =
        Keys.of("max_of_groups")
            .required("by", new Each(NAME), "Columns whose equal values make a group.")
            .required("of", NAME, "Measure of the same source.")
            .build();
    return Keys.of("a measure")
        .required("id", NAME, "Id of the measure; unique over all sources.")
        .required("title", BILINGUAL, "What is counted, and whom.")
        .required("unit", TEXT, "Unit.")
        .optional("count", SQL, "Rows for which the condition is true.")
        .optional("sum", SQL, "Sum of a value.")
        .optional("min", SQL, "Smallest value.")
        .optional("max", SQL, "Largest value.")
        .optional(
            "count_distinct", SQL, "Different values of a school's rows; counties add schools up.")
        .optional("count_groups", groups, "Groups of rows, such as classes.")
        .optional("max_of_groups", largest, "Largest group by another measure.")
        .exactlyOne("count", "sum", "min", "max", "count_distinct", "count_groups", "max_of_groups")
        .optional("where", SQL, "Rows that take part.")
        .optional(
            "split",
            Words.of(Measure.Split.class),
            "by_weighted_pupils: a mixed school's figure is shared over its stages.")
        .optional(
            "unit_basis", Words.of(UnitBasis.class), "By what schools a reported figure goes.")
        .optional(
            "source_of_record", Words.of(SourceOfRecord.class), "Whose record decides this figure.")
        .optional(
            "reference_date",
            Words.of(ReferenceDate.class),
            "What day or span this figure is about.")
        .optional(
            "decided_by",
            NAME,
            "Measure of a signed form that decides; the records' figure is kept beside it.")
        .build();
  }

  private static Keys scope() {
    return Keys.of("a scope")
        .required("id", NAME, "Id of the scope.")
        .required("title", BILINGUAL, "Which schools these are.")
        .required(
            "where", SQL, "Condition over columns of schools and measures of the school and stage.")
        .build();
  }

  private static Keys forbidden() {
    return Keys.of("a forbidden figure")
        .required("id", NAME, "Id of the figure.")
        .required("title", BILINGUAL, "Name for people.")
        .required(
            "names",
            new Each(CODE),
            "Words that no column, code, measure, scope or indicator may bear.")
        .build();
  }

  private static Keys indicator() {
    return IndicatorKind.keys(
        Keys.of("an indicator")
            .required("id", NAME, "Id of the indicator.")
            .required("title", BILINGUAL, "Name for people.")
            .required("unit", TEXT, "Unit.")
            .optional(
                "decimals", WHOLE, "Digits shown; 2 if not given. Values are compared unrounded.")
            .optional(
                "direction", Words.of(Direction.class), "Which way is better; none if not given.")
            .required("stages", new Each(CODE), "Stages, groups or _T for which it is worked out.")
            .optional(
                "unit_basis",
                Words.of(UnitBasis.class),
                "By what schools it goes; located_in if not given.")
            .optional("may_exceed_100", FLAG, "Whether a percentage above 100 is sound.")
            .optional(
                "ranking",
                Words.of("allowed", "forbidden"),
                "forbidden: no ranked framework may use it.")
            .optional("legal", LEGAL, "Where the indicator is defined.")
            .optional("note", BILINGUAL, "What a reader should know.")
            .optional(
                "origin",
                Words.of(Origin.class),
                "Whose definition it is; official with a legal reference, else own."));
  }
}
