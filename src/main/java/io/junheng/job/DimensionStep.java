package io.junheng.job;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.TableRow;
import io.junheng.table.DimSchool;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The dimensions: what codes of areas, schools, indicators and frameworks mean. */
final class DimensionStep {
  private final Computation computation;
  private final Lake lake;
  private final Catalogue catalogue;
  private final AreaRegister areas;
  private final List<Period> periods;
  private final Deliveries deliveries;

  DimensionStep(Computation computation) {
    this.computation = computation;
    this.lake = computation.lake();
    this.catalogue = computation.catalogue();
    this.areas = computation.areas();
    this.periods = computation.periods();
    this.deliveries = computation.deliveries();
  }

  Counted dimensions() {
    List<Period> all = List.copyOf(deliveries.counties().keySet());
    List<Runnable> writes = new ArrayList<>();
    // The one that takes longest comes first.
    writes.add(() -> lake.replace(DimSchool.TABLE, periods, dimSchool()));
    Map<Table, List<Map<TableColumn, Object>>> rows = new Dimensions(catalogue, areas, all).rows();
    rows.forEach(
        (table, values) ->
            writes.add(() -> lake.replaceIfChanged(table, TableRow.all(table, values))));
    Abreast.run(writes);
    return Counted.of(Counted.Unit.TABLES, writes.size());
  }

  private Dataset<Row> dimSchool() {
    Dataset<Row> schools = computation.schools();
    Dataset<Row> stages =
        lake.read(SchoolMeasure.TABLE, periods)
            .where(col(SchoolMeasure.MEASURE.columnName()).equalTo(Measure.PUPILS))
            .where(col(SchoolMeasure.VALUE.columnName()).gt(0))
            .where(col(SchoolMeasure.STAGE.columnName()).isin(catalogue.stages().ids().toArray()))
            .groupBy(col("period"), col("county_code"), col("school_code"))
            .agg(
                array_join(array_sort(collect_set(col(SchoolMeasure.STAGE.columnName()))), ",")
                    .alias(DimSchool.STAGES.columnName()));
    Set<String> present = Set.of(schools.columns());
    List<Column> columns =
        new ArrayList<>(List.of(col("period"), col("county_code"), col("school_code")));
    columns.add(attribute("school_name", DimSchool.NAME_ZH, present));
    columns.add(attribute("school_name_en", DimSchool.NAME_EN, present));
    for (DimSchool column :
        List.of(
            DimSchool.SCHOOL_TYPE,
            DimSchool.URBAN_RURAL,
            DimSchool.OWNERSHIP,
            DimSchool.LOCATED_IN,
            DimSchool.RUN_BY,
            DimSchool.LEGAL_PERSON_CODE,
            DimSchool.CAMPUS_CODE)) {
      columns.add(attribute(column.columnName(), column, present));
    }
    return schools
        .select(columns.toArray(Column[]::new))
        .join(
            stages,
            scala.jdk.javaapi.CollectionConverters.asScala(
                    List.of("period", "county_code", "school_code"))
                .toSeq(),
            "left");
  }

  private static Column attribute(String name, TableColumn as, Set<String> present) {
    return (present.contains(name) ? col(name) : lit(null).cast(DataTypes.StringType))
        .alias(as.columnName());
  }
}
