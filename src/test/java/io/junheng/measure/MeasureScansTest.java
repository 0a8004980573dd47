package io.junheng.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.lake.SilverTable;
import io.junheng.oracle.SmallProvince;
import io.junheng.testing.SharedSpark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** However many measures there are, a source is read once. */
class MeasureScansTest {
  private static final Catalogue CATALOGUE = SmallProvince.catalogue();

  @Test
  void allMeasuresOfSchoolsReadEachSourceOnce() {
    List<SourcePlan> plans = SourcePlan.of(CATALOGUE, Grain.SCHOOL_STAGE);
    Dataset<Row> figures = new MeasureSchools(CATALOGUE, plans).apply(silver());
    assertThat(plans.stream().mapToInt(plan -> plan.measures().size()).sum()).isGreaterThan(30);
    assertThat(scansOf(figures)).isEqualTo(plans.size());
    assertThat(plans.stream().map(plan -> plan.contract().id()).distinct()).hasSize(plans.size());
  }

  @Test
  void reportedFiguresReadTheirSourcesOnceBesideTheSchoolFigures() {
    List<SourcePlan> reported = SourcePlan.of(CATALOGUE, Grain.AREA_STAGE);
    Dataset<Row> schools =
        SharedSpark.session().createDataFrame(List.of(), FigureColumns.SCHOOL_FIGURE);
    Dataset<Row> figures = new MeasureCounties(CATALOGUE, reported).apply(schools, silver());
    assertThat(scansOf(figures)).isEqualTo(1 + reported.size());
  }

  private static Map<String, Dataset<Row>> silver() {
    return CATALOGUE.contracts().stream()
        .collect(
            Collectors.toMap(
                Contract::id,
                contract ->
                    SharedSpark.session()
                        .createDataFrame(List.of(), SilverTable.of(contract).schema())));
  }

  private static int scansOf(Dataset<Row> rows) {
    return rows.queryExecution().analyzed().collectLeaves().size();
  }
}
