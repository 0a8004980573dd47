package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.table.SchoolMeasure;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * All that is made of the schools of one county: their indicators, spreads, tests and verdicts, and
 * what they bring to the indicators of areas.
 *
 * <p>Plain Java in each of Spark's tasks, county by county, over one {@link SchoolPanel}: as
 * columns of a plan, every school would look at every indicator of every stage, and each table
 * would ask for a plan of its own.
 */
public final class EvaluateCounties implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SchoolPanel panel;
  private final EvaluateSchools schools;
  private final EvaluateDispersion dispersion;
  private final SumSchools sums;
  private final TestSchools tests;
  private final JudgeSchools judge;

  /**
   * Made by a driver.
   *
   * @param judging the definitions with the frameworks that are worked out
   * @param schools silver rows of the contract that describes schools
   */
  public EvaluateCounties(Catalogue catalogue, Catalogue judging, Dataset<Row> schools) {
    this.panel = new SchoolPanel(catalogue, schools);
    this.schools = new EvaluateSchools(catalogue, panel);
    this.dispersion = new EvaluateDispersion(catalogue, panel);
    this.sums = new SumSchools(catalogue, panel);
    this.tests = new TestSchools(judging, panel);
    this.judge = new JudgeSchools(judging);
  }

  /** The columns of {@code gold.school_measure} that are read. */
  public static List<SchoolMeasure> measureColumns() {
    return PivotFigures.COLUMNS;
  }

  /**
   * Works counties out.
   *
   * @param measures rows of {@code school_measure}, all of each of their counties
   * @return what the schools bring to areas
   */
  public SumSchools.Sums apply(
      int period,
      Iterator<InternalRow> measures,
      SchoolAttributes attributes,
      SchoolTables tables) {
    SumSchools.Sums brought = new SumSchools.Sums();
    panel
        .counties(period, measures, attributes)
        .forEach(
            county -> {
              county.forEach(school -> schools.apply(school, tables));
              dispersion.apply(byStage(county), tables);
              test(county, tables);
              sums.apply(county, brought);
            });
    return brought;
  }

  /** Holds the schools of counties against the standards, and does nothing else. */
  public void test(
      int period,
      Iterator<InternalRow> measures,
      SchoolAttributes attributes,
      SchoolTables tables) {
    panel.counties(period, measures, attributes).forEach(county -> test(county, tables));
  }

  private void test(List<SchoolStage> county, SchoolTables tables) {
    county.forEach(school -> judge.apply(school, tests.apply(school, tables), tables));
  }

  private static Map<UTF8String, List<SchoolStage>> byStage(List<SchoolStage> county) {
    return county.stream()
        .collect(
            Collectors.groupingBy(SchoolStage::stage, LinkedHashMap::new, Collectors.toList()));
  }
}
