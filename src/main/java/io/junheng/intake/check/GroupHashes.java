package io.junheng.intake.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.SetCheck;
import io.junheng.expression.ResolvedSql;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;

/**
 * The hash of each row's group; twice where the row breaks a check by itself, so that it stands
 * among those that repeat. None of a row that has no group.
 */
public final class GroupHashes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ResolvedSql sql;

  /**
   * Within {@link LenientSql#analysed}.
   *
   * @param rows any with the columns of silver; they are not read
   */
  GroupHashes(CheckAcross across, Dataset<Row> rows) {
    Column isBroken =
        across.checks().stream().map(GroupHashes::isBrokenByOneRow).reduce(lit(false), Column::or);
    sql =
        new ResolvedSql(
            rows,
            SetFigure.columns(SetFigure.of(across.checks()), across.by(), rows),
            List.of(when(across.isWhole(), across.hash()), isBroken));
  }

  private static Column isBrokenByOneRow(SetCheck check) {
    Column require =
        LenientSql.expressionOver(
            check.require(),
            name ->
                check.figures().stream()
                    .filter(figure -> figure.name().equalsIgnoreCase(name))
                    .findFirst()
                    .map(SetColumns::ofOneRow)
                    .orElseThrow());
    return not(coalesce(require, lit(true)));
  }

  /** Tells how they are worked out: what is named alike is the same. */
  public String name() {
    String all = sql.columns() + "\n" + sql.expression(0) + "\n" + sql.expression(1);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The columns of rows, in this order; the county's code and the period come last. */
  public List<String> columns() {
    return sql.columns();
  }

  /**
   * The hashes of rows.
   *
   * @param rows each good until the next is taken
   */
  public LongStream of(Iterator<InternalRow> rows) {
    UnsafeProjection projection =
        UnsafeProjection.create(
            scala.jdk.javaapi.CollectionConverters.asScala(
                    List.of(sql.expression(0), sql.expression(1)))
                .toSeq());
    LongStream.Builder hashes = LongStream.builder();
    rows.forEachRemaining(
        row -> {
          InternalRow told = projection.apply(sql.prepared(row));
          if (!told.isNullAt(0)) {
            hashes.add(told.getLong(0));
            if (told.getBoolean(1)) {
              hashes.add(told.getLong(0));
            }
          }
        });
    return hashes.build();
  }
}
