package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.measure.MeasuredCounty;
import io.junheng.oracle.SmallProvince;
import io.junheng.table.Finding;
import io.junheng.testing.SharedSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class SplitFindingsTest {
  private static final Catalogue CATALOGUE = SmallProvince.catalogue();
  private static final List<Period> PERIODS = List.of(SmallProvince.PERIOD);
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);

  private static MeasuredCounty.Of pupils(String school, String stage) {
    return new MeasuredCounty.Of(school, stage, Measure.PUPILS, BigDecimal.TEN, null);
  }

  private static List<Row> find(Lake lake, LocalDate today, MeasuredCounty.Of... pupils) {
    MeasuredCounty county =
        new MeasuredCounty(SmallProvince.PERIOD.number(), "990101", List.of(pupils), List.of());
    new ComputedFindings(lake, "run", SplitFindings.RULE)
        .replace(
            CountyPart.all(PERIODS),
            new SplitFindings(CATALOGUE).of(county).stream().toList(),
            today);
    return lake.read(Finding.TABLE).collectAsList();
  }

  @Test
  void aMixedSchoolWithAStageThatHasNoWeightIsTold(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString());
    List<Row> found =
        find(
            lake,
            MARCH,
            pupils("S1", "primary"),
            pupils("S1", "kindergarten"),
            pupils("S2", "primary"),
            pupils("S2", "junior"),
            pupils("S3", "kindergarten"));
    assertThat(found).hasSize(1);
    Row finding = found.get(0);
    assertThat(finding.<String>getAs("rule")).isEqualTo("stage_without_split_weight");
    assertThat(finding.<String>getAs("dataset")).isEqualTo("student");
    assertThat(finding.<Long>getAs("checked")).isEqualTo(2);
    assertThat(finding.<Long>getAs("failed")).isEqualTo(1);
    assertThat(finding.<String>getAs("examples")).isEqualTo("S1");
  }

  @Test
  void aFindingKeepsItsFirstDayAndGoesWithItsCause(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString());
    find(lake, MARCH, pupils("S1", "primary"), pupils("S1", "kindergarten"));
    List<Row> again = find(lake, APRIL, pupils("S1", "primary"), pupils("S1", "kindergarten"));
    assertThat(again).hasSize(1);
    assertThat(again.get(0).<java.sql.Date>getAs("first_seen").toLocalDate()).isEqualTo(MARCH);
    assertThat(find(lake, APRIL, pupils("S1", "primary"))).isEmpty();
  }

  @Test
  void findingsOfCountiesThatWereNotMeasuredAnewStand(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString());
    find(lake, MARCH, pupils("S1", "primary"), pupils("S1", "kindergarten"));
    SortedMap<Period, Set<String>> other =
        new TreeMap<>(Map.of(SmallProvince.PERIOD, Set.of("990102")));
    new ComputedFindings(lake, "run", SplitFindings.RULE)
        .replace(CountyPart.of(other), List.of(), APRIL);
    assertThat(lake.read(Finding.TABLE).collectAsList()).hasSize(1);
  }

  @Test
  void withoutSuchASchoolNothingIsWritten(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString());
    find(lake, MARCH, pupils("S1", "primary"), pupils("S1", "junior"));
    assertThat(lake.exists(Finding.TABLE)).isFalse();
  }
}
