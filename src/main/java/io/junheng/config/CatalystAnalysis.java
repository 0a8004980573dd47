package io.junheng.config;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import io.junheng.config.SqlOutcome.Finding;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.EmptyTableFunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.catalog.DummyFunctionExpressionBuilder$;
import org.apache.spark.sql.catalyst.catalog.DummyFunctionResourceLoader$;
import org.apache.spark.sql.catalyst.catalog.GlobalTempViewManager;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.optimizer.CollapseProject$;
import org.apache.spark.sql.catalyst.optimizer.ConstantFolding$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression$;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import scala.collection.immutable.Seq;

/**
 * Resolves parsed expressions against named inputs, tells what they give, and works them out for a
 * row.
 */
final class CatalystAnalysis {
  private static final int CACHED = 100;

  private final Analyzer analyzer = new Analyzer(functionsOnly());
  private final Map<String, DataType> types = new HashMap<>();

  /**
   * A catalog that knows the built-in functions and nothing that would have to be read from
   * anywhere.
   */
  private static SessionCatalog functionsOnly() {
    return new SessionCatalog(
        () -> {
          throw new IllegalStateException("an expression names no tables");
        },
        () -> new GlobalTempViewManager("global_temp"),
        FunctionRegistry$.MODULE$.builtin(),
        EmptyTableFunctionRegistry$.MODULE$,
        null,
        CatalystSqlParser$.MODULE$,
        DummyFunctionResourceLoader$.MODULE$,
        DummyFunctionExpressionBuilder$.MODULE$,
        CACHED,
        -1L,
        "default");
  }

  /**
   * The column type of what an expression gives; empty with a finding if it does not resolve or
   * fit.
   */
  Optional<ColumnType> typeOf(
      Expression parsed, Vocabulary vocabulary, Expected expected, List<Finding> findings) {
    LogicalPlan plan;
    try {
      plan = resolve(parsed, rows(vocabulary));
    } catch (Exception e) {
      // Scala does not declare what it throws.
      if (!(e instanceof AnalysisException wrong)) {
        throw e;
      }
      findings.add(finding(ProblemCode.SQL_INPUT, Text.same(plain(wrong))));
      return Optional.empty();
    }
    plan.expressions().foreach(expression -> refuseTextAsNumber(expression, findings));
    DataType type = plan.schema().fields()[0].dataType();
    boolean hasForm = (expected == Expected.FILE_CONDITION) == (plan instanceof Aggregate);
    if (!hasForm) {
      findings.add(
          finding(
              ProblemCode.SQL_INPUT,
              Cure.of("文件级条件须基于汇总函数", "the condition of a file is over aggregates")));
    } else if (findings.isEmpty() && !fits(type, expected)) {
      findings.add(
          new Finding(0, ProblemCode.SQL_TYPE, Cure.NONE, List.of(nameOf(type), expected.title())));
    }
    return findings.isEmpty() ? columnType(type) : Optional.empty();
  }

  /** The value for one row: a Boolean, or a number; empty for null. */
  Optional<Object> evaluate(Expression parsed, Vocabulary vocabulary, Map<String, BigDecimal> row) {
    List<NamedExpression> inputs =
        attributes(vocabulary).stream()
            .<NamedExpression>map(a -> alias(literal(row.get(a.name()), a.dataType()), a.name()))
            .toList();
    LogicalPlan plan = resolve(parsed, new Project(seq(inputs), new OneRowRelation()));
    Expression constant = folded(plan).expressions().head();
    return Optional.ofNullable(constant.eval(InternalRow.empty()))
        .map(value -> value instanceof Decimal decimal ? decimal.toJavaBigDecimal() : value);
  }

  /**
   * Brings the figures into the expression. Each turn takes out one layer of what stands for two
   * uses of a part (nullif).
   */
  private static LogicalPlan folded(LogicalPlan plan) {
    LogicalPlan folded = ReplaceExpressions$.MODULE$.apply(CollapseProject$.MODULE$.apply(plan));
    while (folded.containsPattern(TreePattern.WITH_EXPRESSION())) {
      folded = RewriteWithExpression$.MODULE$.apply(folded);
      folded = CollapseProject$.MODULE$.apply(ConstantFolding$.MODULE$.apply(folded));
    }
    return folded;
  }

  private LogicalPlan resolve(Expression parsed, LogicalPlan rows) {
    LogicalPlan plan = analyzer.execute(new Project(seq(List.of(alias(parsed, "value"))), rows));
    analyzer.checkAnalysis(plan);
    return plan;
  }

  private LocalRelation rows(Vocabulary vocabulary) {
    return new LocalRelation(
        seq(attributes(vocabulary)), seq(List.<InternalRow>of()), false, scala.Option.empty());
  }

  private static NamedExpression alias(Expression expression, String name) {
    return new Alias(
        expression,
        name,
        NamedExpression.newExprId(),
        seq(List.of()),
        scala.Option.empty(),
        seq(List.of()));
  }

  private List<Attribute> attributes(Vocabulary vocabulary) {
    return vocabulary.types().entrySet().stream()
        .<Attribute>map(
            entry ->
                new AttributeReference(
                    entry.getKey(),
                    types.computeIfAbsent(
                        entry.getValue(), CatalystSqlParser$.MODULE$::parseDataType),
                    true,
                    Metadata.empty(),
                    NamedExpression.newExprId(),
                    seq(List.of())))
        .toList();
  }

  /**
   * Spark turns text into numbers unasked, and a run then breaks on the first text that is none.
   */
  private static scala.runtime.BoxedUnit refuseTextAsNumber(
      Expression part, List<Finding> findings) {
    if (part instanceof Cast cast && mayFail(cast)) {
      boolean asked = cast.getTagValue(Cast$.MODULE$.USER_SPECIFIED_CAST()).isDefined();
      findings.add(
          new Finding(
              0,
              ProblemCode.SQL_INPUT,
              asked ? Cure.of("请用 try_cast", "Use try_cast") : Cure.NONE,
              List.of(
                  Cure.of(
                      "文本 %s 被用作%s".formatted(cast.child().sql(), nameOf(cast.dataType()).zh()),
                      "the text %s is used as %s"
                          .formatted(cast.child().sql(), nameOf(cast.dataType()).en())))));
    }
    asJava(part.children()).forEach(child -> refuseTextAsNumber(child, findings));
    return scala.runtime.BoxedUnit.UNIT;
  }

  private static boolean mayFail(Cast cast) {
    boolean fromText =
        cast.child().dataType() instanceof StringType && !(cast.dataType() instanceof StringType);
    if (!fromText || cast.evalMode().equals(EvalMode$.MODULE$.TRY())) {
      return false;
    }
    return !cast.child().foldable() || !hasValue(cast);
  }

  private static boolean hasValue(Cast constant) {
    try {
      return constant.eval(InternalRow.empty()) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean fits(DataType type, Expected expected) {
    return switch (expected) {
      case CONDITION, FILE_CONDITION -> type instanceof BooleanType;
      case NUMBER -> type instanceof NumericType;
      case VALUE -> columnType(type).isPresent();
    };
  }

  private static Optional<ColumnType> columnType(DataType type) {
    if (type instanceof BooleanType) {
      return Optional.of(ColumnType.BOOLEAN);
    } else if (type instanceof IntegralType) {
      return Optional.of(ColumnType.INTEGER);
    } else if (type instanceof NumericType) {
      return Optional.of(ColumnType.DECIMAL);
    } else if (type instanceof StringType) {
      return Optional.of(ColumnType.TEXT);
    } else if (type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType) {
      return Optional.of(ColumnType.DATE);
    }
    return Optional.empty();
  }

  private static Text nameOf(DataType type) {
    if (type instanceof BooleanType) {
      return new Text("布尔值", "a truth value");
    } else if (type instanceof NumericType) {
      return new Text("数值", "a number");
    } else if (type instanceof StringType) {
      return new Text("文本", "a text");
    } else if (type instanceof DateType) {
      return new Text("日期", "a date");
    }
    return Text.same(type.sql());
  }

  private static Literal literal(BigDecimal value, DataType type) {
    return new Literal(value == null ? null : internal(value, type), type);
  }

  private static Object internal(BigDecimal value, DataType type) {
    if (type instanceof DoubleType) {
      return value.doubleValue();
    } else if (type instanceof DecimalType decimal) {
      return Decimal.apply(value, decimal.precision(), decimal.scale());
    } else if (type instanceof LongType) {
      return value.longValueExact();
    } else if (type instanceof BooleanType) {
      return value.signum() != 0;
    }
    throw new IllegalArgumentException("an example gives numbers, and 1 or 0 for true or false");
  }

  private static Finding finding(ProblemCode code, Text value) {
    return new Finding(0, code, Cure.NONE, List.of(value));
  }

  /** Spark's message without its code, state and position. */
  static String plain(AnalysisException e) {
    String message = e.getSimpleMessage().lines().findFirst().orElse("");
    return message
        .replaceFirst("^\\[[A-Z_.0-9]+\\] ", "")
        .replaceFirst(" SQLSTATE: .*$", "")
        .replaceFirst("\\.+$", "");
  }

  private static <T> Seq<T> seq(List<T> values) {
    return asScala(values).toSeq();
  }
}
