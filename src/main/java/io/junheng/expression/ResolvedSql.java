package io.junheng.expression;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.optimizer.CollapseProject$;
import org.apache.spark.sql.catalyst.optimizer.ColumnPruning$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression$;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractPartialFunction;

/**
 * SQL expressions over some rows: Spark resolves them on the driver, tasks work them out row by
 * row.
 */
public final class ResolvedSql implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> columns = new ArrayList<>();

  /** Parts that an expression uses more than once, layer on layer; hardly any has such. */
  private final ArrayList<Expression[]> shared = new ArrayList<>();

  private final Expression[] expressions;

  /**
   * @param first columns of the rows that come first, read or not
   * @param sql expressions over columns of the rows
   */
  public ResolvedSql(Dataset<Row> rows, List<String> first, List<Column> sql) {
    Project asked = (Project) rows.select(sql.toArray(Column[]::new)).queryExecution().analyzed();
    List<Project> layers = layers(asked);
    Map<String, Attribute> inputs = new LinkedHashMap<>();
    List<Attribute> all = asJava(asked.child().output());
    first.forEach(name -> all.stream().filter(named(name)).forEach(a -> inputs.put(name, a)));
    all.stream()
        .filter(layers.get(0).references()::contains)
        .forEach(a -> inputs.putIfAbsent(a.name(), a));
    columns.addAll(inputs.keySet());
    List<Attribute> below = List.copyOf(inputs.values());
    for (Project layer : layers) {
      shared.add(bound(layer, below));
      below = asJava(layer.output());
    }
    expressions = shared.remove(shared.size() - 1);
  }

  private static java.util.function.Predicate<Attribute> named(String name) {
    return attribute -> attribute.name().equals(name);
  }

  /** The projections from the rows up to what is asked, without what only an optimizer knows. */
  private static List<Project> layers(Project asked) {
    LogicalPlan plan =
        ReplaceExpressions$.MODULE$.apply(
            new Project(
                asked.projectList(),
                new LocalRelation(
                    asked.child().output(), seq(List.of()), false, scala.Option.empty())));
    while (plan.containsPattern(TreePattern.WITH_EXPRESSION())) {
      plan = CollapseProject$.MODULE$.apply(RewriteWithExpression$.MODULE$.apply(plan));
      plan = ColumnPruning$.MODULE$.apply(plan);
    }
    List<Project> layers = new ArrayList<>();
    while (plan instanceof Project layer) {
      layers.add(0, layer);
      plan = layer.child();
    }
    return layers;
  }

  private static Expression[] bound(Project layer, List<Attribute> below) {
    Map<ExprId, Integer> places = new HashMap<>();
    below.forEach(attribute -> places.put(attribute.exprId(), places.size()));
    return asJava(layer.projectList()).stream()
        .map(named -> bound(named, places))
        .toArray(Expression[]::new);
  }

  private static Expression bound(NamedExpression named, Map<ExprId, Integer> places) {
    Expression expression = named instanceof Alias alias ? alias.child() : (Expression) named;
    return expression.transform(
        new AbstractPartialFunction<>() {
          @Override
          public boolean isDefinedAt(Expression part) {
            return part instanceof AttributeReference;
          }

          @Override
          public Expression apply(Expression part) {
            AttributeReference column = (AttributeReference) part;
            return new BoundReference(
                places.get(column.exprId()), column.dataType(), column.nullable());
          }
        });
  }

  private static <T> Seq<T> seq(List<T> values) {
    return asScala(values).toSeq();
  }

  /** The columns that rows must have, in this order. */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  /** The expressions, in the order in which they were asked; over {@link #prepared} rows. */
  public Expression expression(int place) {
    return expressions[place];
  }

  /** Whether {@link #prepared} rows are others than those that come in. */
  public boolean prepares() {
    return !shared.isEmpty();
  }

  /** A row as the expressions read it. */
  public InternalRow prepared(InternalRow row) {
    InternalRow prepared = row;
    for (Expression[] layer : shared) {
      Object[] values = new Object[layer.length];
      for (int i = 0; i < layer.length; i++) {
        values[i] = layer[i].eval(prepared);
      }
      prepared = new GenericInternalRow(values);
    }
    return prepared;
  }
}
