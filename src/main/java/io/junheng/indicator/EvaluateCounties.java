package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.table.SchoolMeasure;
import java.io.Serializable;
import java.util.HashMap;
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

  /** The columns that are read of the contract that describes schools. */
  public static List<String> schoolColumns(Catalogue catalogue) {
    return SchoolPanel.columnsOfSchools(catalogue);
  }

  /** The schools of each county of a period, from rows of {@link #schoolColumns}. */
  public static HashMap<Integer, HashMap<UTF8String, HashMap<UTF8String, InternalRow>>> byCounty(
      InternalRow[] schools) {
    HashMap<Integer, HashMap<UTF8String, HashMap<UTF8String, InternalRow>>> periods =
        new HashMap<>();
    for (InternalRow school : schools) {
      periods
          .computeIfAbsent(school.getInt(0), any -> new HashMap<>())
          .computeIfAbsent(school.getUTF8String(1), any -> new HashMap<>())
          .put(school.getUTF8String(2), school);
    }
    return periods;
  }

  /**
   * Works counties out.
   *
   * @param measures rows of {@code school_measure}, all of each of their counties
   * @param attributes schools of the period: {@link #byCounty}
   * @return what the schools bring to areas
   */
  public SumSchools.Sums apply(
      int period,
      Iterator<InternalRow> measures,
      Map<UTF8String, ? extends Map<UTF8String, InternalRow>> attributes,
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
      Map<UTF8String, ? extends Map<UTF8String, InternalRow>> attributes,
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
