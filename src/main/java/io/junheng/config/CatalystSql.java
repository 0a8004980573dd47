package io.junheng.config;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import io.junheng.config.SqlOutcome.Finding;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.DivModLike;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/**
 * Looks at expressions with Spark's own parser and analyser, so that what passes here also runs
 * there.
 */
final class CatalystSql implements Sql {
  private record Question(String sql, Vocabulary vocabulary, Expected expected) {}

  private final CatalystAnalysis analysis = new CatalystAnalysis();
  private final Map<Question, SqlOutcome> known = new HashMap<>();

  @Override
  public SqlOutcome check(String sql, Vocabulary vocabulary, Expected expected) {
    return known.computeIfAbsent(
        new Question(sql, vocabulary, expected), q -> look(sql, vocabulary, expected));
  }

  private SqlOutcome look(String sql, Vocabulary vocabulary, Expected expected) {
    List<Finding> findings = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Optional<Expression> parsed = parse(sql, findings);
    parsed.ifPresent(tree -> new Walk(vocabulary, expected, names, findings).visit(tree));
    if (!findings.isEmpty() || !vocabulary.complete()) {
      return new SqlOutcome(names, Optional.empty(), findings);
    }
    Optional<ColumnType> type =
        analysis.typeOf(parsed.orElseThrow(), vocabulary.only(names), expected, findings);
    return new SqlOutcome(names, type, findings);
  }

  @Override
  public Optional<Object> evaluate(String sql, Vocabulary vocabulary, Map<String, BigDecimal> row) {
    return analysis.evaluate(CatalystSqlParser$.MODULE$.parseExpression(sql), vocabulary, row);
  }

  private static Optional<Expression> parse(String sql, List<Finding> findings) {
    try {
      return Optional.of(CatalystSqlParser$.MODULE$.parseExpression(sql));
    } catch (Exception e) {
      // Scala does not declare what it throws.
      if (!(e instanceof AnalysisException wrong)) {
        throw e;
      }
      int offset = wrong.startPosition().isDefined() ? (Integer) wrong.startPosition().get() : 0;
      findings.add(
          new Finding(
              offset, ProblemCode.SQL_SYNTAX, Cure.NONE, List.of(CatalystAnalysis.plain(wrong))));
      return Optional.empty();
    }
  }

  /** Goes through a syntax tree and notes names and what is not allowed. */
  private record Walk(
      Vocabulary vocabulary, Expected expected, Set<String> names, List<Finding> findings) {

    void visit(Expression part) {
      if (part instanceof UnresolvedAttribute attribute) {
        visitName(attribute);
        return;
      }
      if (part instanceof UnresolvedFunction function) {
        visitFunction(function);
      } else if (!SqlWords.SYNTAX.contains(part.getClass().getSimpleName())) {
        add(part, ProblemCode.SQL_NOT_ALLOWED, Cure.NONE, SqlParts.nameOf(part));
        return;
      } else if (part instanceof DivModLike && part instanceof BinaryArithmetic division) {
        visitDivisor(division);
      }
      asJava(part.children()).forEach(this::visit);
    }

    private void visitName(UnresolvedAttribute attribute) {
      String name = String.join(".", asJava(attribute.nameParts()));
      if (!vocabulary.complete() || vocabulary.types().containsKey(name.toLowerCase(Locale.ROOT))) {
        names.add(name.toLowerCase(Locale.ROOT));
      } else {
        add(
            attribute,
            ProblemCode.UNKNOWN_COLUMN,
            Cure.nearest(name, vocabulary.types().keySet()),
            Cure.of("表达式", "the expression"),
            name);
      }
    }

    /**
     * A run breaks off at a division by 0, so a divisor is a number other than 0 or null in its
     * place.
     */
    private void visitDivisor(BinaryArithmetic division) {
      Expression divisor = division.right();
      boolean isNumber = divisor instanceof Literal && !divisor.sql().matches("0+(\\.0*)?(BD|D)?");
      boolean isGuarded =
          divisor instanceof UnresolvedFunction function
              && asJava(function.nameParts()).get(0).equalsIgnoreCase("nullif");
      if (!isNumber && !isGuarded) {
        add(
            divisor,
            ProblemCode.SQL_DIVISION,
            Cure.of("请写 nullif(除数, 0)", "Write nullif(divisor, 0)"),
            divisor.sql());
      }
    }

    private void visitFunction(UnresolvedFunction function) {
      String name = String.join(".", asJava(function.nameParts())).toLowerCase(Locale.ROOT);
      Set<String> allowed = SqlWords.functions(expected);
      if (!allowed.contains(name)) {
        add(function, ProblemCode.SQL_FUNCTION, Cure.nearest(name, allowed), name);
      }
    }

    private void add(Expression part, ProblemCode code, Text cure, Object... values) {
      int offset =
          part.origin().startIndex().isDefined() ? (Integer) part.origin().startIndex().get() : 0;
      findings.add(new Finding(offset, code, cure, List.of(values)));
    }
  }
}
