package io.junheng.measure;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The columns of rows that are read from files and nothing else, some thousand rows at a time, as
 * the reader holds them: no row is made of them, and dictionaries stay.
 */
final class ColumnBatches {
  private ColumnBatches() {}

  /**
   * Batches with the columns of the rows, each good until the next is asked for; empty if Spark
   * does more than read files and choose columns.
   */
  static Optional<JavaRDD<ColumnarBatch>> of(Dataset<Row> rows) {
    SparkPlan plan = rows.queryExecution().executedPlan();
    return of(plan, asJava(plan.output()));
  }

  private static Optional<JavaRDD<ColumnarBatch>> of(SparkPlan plan, List<Attribute> columns) {
    if (plan instanceof WholeStageCodegenExec || plan instanceof InputAdapter) {
      return of(plan.children().head(), columns);
    } else if (plan instanceof ProjectExec project) {
      Map<ExprId, Expression> chosen = new HashMap<>();
      asJava(project.projectList())
          .forEach(
              one ->
                  chosen.put(
                      one.exprId(), one instanceof Alias alias ? alias.child() : (Expression) one));
      List<Expression> below = columns.stream().map(one -> chosen.get(one.exprId())).toList();
      return below.stream().allMatch(Attribute.class::isInstance)
          ? of(project.child(), below.stream().map(Attribute.class::cast).toList())
          : Optional.empty();
    } else if (plan instanceof ColumnarToRowExec) {
      return Optional.of(read(plan.children().head(), columns));
    }
    return Optional.empty();
  }

  private static JavaRDD<ColumnarBatch> read(SparkPlan reader, List<Attribute> columns) {
    List<ExprId> held = asJava(reader.output()).stream().map(Attribute::exprId).toList();
    int[] places = columns.stream().mapToInt(column -> held.indexOf(column.exprId())).toArray();
    return reader.executeColumnar().toJavaRDD().map(batch -> chosen(batch, places));
  }

  private static ColumnarBatch chosen(ColumnarBatch batch, int[] places) {
    ColumnVector[] columns = new ColumnVector[places.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = batch.column(places[i]);
    }
    return new ColumnarBatch(columns, batch.numRows());
  }
}
