package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Measure;
import io.junheng.table.SchoolMeasure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The figures of schools side by side: one row for each period, county, school and stage, one
 * column for each measure, null where there is no figure, and one for what the records give of each
 * measure about which a signed form may decide, null where none did.
 *
 * <p>Plain Java over the figures of a county: an aggregation with a column for each measure looks
 * at every column for every figure, so that its work grows with the square of the measures.
 */
final class PivotFigures implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int KEYS = PanelColumns.KEYS.size();
  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(10);

  private final ArrayList<String> measures = new ArrayList<>();
  private final ArrayList<String> decided = new ArrayList<>();
  private final boolean[] counts;

  PivotFigures(List<Measure> measures) {
    for (Measure measure : measures) {
      this.measures.add(measure.id());
      measure.decidedBy().ifPresent(form -> decided.add(measure.id()));
    }
    this.counts = new boolean[measures.size()];
    for (int i = 0; i < counts.length; i++) {
      Aggregate aggregate = measures.get(i).aggregate();
      counts[i] =
          aggregate instanceof Aggregate.Count || aggregate instanceof Aggregate.CountGroups;
    }
  }

  /** From rows of {@code gold.school_measure}. */
  Dataset<Row> apply(Dataset<Row> schoolMeasure) {
    return schoolMeasure
        .groupBy(col(PERIOD), col(COUNTY))
        .agg(
            collect_list(
                struct(
                    col(SCHOOL),
                    col(STAGE),
                    col(SchoolMeasure.MEASURE.columnName()),
                    col(SchoolMeasure.VALUE.columnName()),
                    col(SchoolMeasure.RECORDED_VALUE.columnName()))))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                county ->
                    schools(county.getInt(0), county.getString(1), county.getList(2)).iterator(),
            Encoders.row(schema()));
  }

  private StructType schema() {
    StructType schema =
        new StructType()
            .add(PERIOD, DataTypes.IntegerType)
            .add(COUNTY, DataTypes.StringType)
            .add(SCHOOL, DataTypes.StringType)
            .add(STAGE, DataTypes.StringType);
    for (String measure : measures) {
      schema = schema.add(measure, QUANTITY);
    }
    for (String measure : decided) {
      schema = schema.add(PanelColumns.recorded(measure), QUANTITY);
    }
    return schema;
  }

  private List<Row> schools(int period, String county, List<Row> figures) {
    Map<String, Integer> places = places(measures, KEYS);
    Map<String, Integer> recorded = places(decided, KEYS + counts.length);
    Map<List<String>, Object[]> schools = new LinkedHashMap<>();
    boolean[] delivered = new boolean[counts.length];
    for (Row figure : figures) {
      Object[] values = schools.computeIfAbsent(key(figure), key -> school(period, county, key));
      Integer place = places.get(figure.getString(2));
      if (place != null) {
        values[place] = figure.get(3);
        delivered[place - KEYS] |= !figure.isNullAt(3);
        Integer beside = recorded.get(figure.getString(2));
        if (beside != null) {
          values[beside] = figure.get(4);
        }
      }
    }
    return schools.values().stream().map(values -> row(values, delivered)).toList();
  }

  private static List<String> key(Row figure) {
    return List.of(figure.getString(0), figure.getString(1));
  }

  private Object[] school(int period, String county, List<String> key) {
    Object[] values = new Object[KEYS + counts.length + decided.size()];
    values[0] = period;
    values[1] = county;
    values[2] = key.get(0);
    values[3] = key.get(1);
    return values;
  }

  /** A school without records in a source that its county delivered has a count of 0 in it. */
  private Row row(Object[] values, boolean[] delivered) {
    for (int i = 0; i < counts.length; i++) {
      if (values[KEYS + i] == null && counts[i] && delivered[i]) {
        values[KEYS + i] = NONE;
      }
    }
    return RowFactory.create(values);
  }

  private static Map<String, Integer> places(List<String> measures, int first) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < measures.size(); i++) {
      places.put(measures.get(i), first + i);
    }
    return places;
  }
}
