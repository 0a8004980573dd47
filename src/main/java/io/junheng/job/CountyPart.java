package io.junheng.job;

import static org.apache.spark.sql.functions.col;

import io.junheng.definition.Period;
import io.junheng.table.SchoolMeasure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is worked out anew of tables whose rows are each made from one county alone.
 *
 * @param counties empty: all of the periods
 */
record CountyPart(List<Period> periods, Optional<Set<String>> counties) {
  static CountyPart all(List<Period> periods) {
    return new CountyPart(periods, Optional.empty());
  }

  static CountyPart of(SortedMap<Period, Set<String>> changed) {
    Set<String> counties = new TreeSet<>();
    changed.values().forEach(counties::addAll);
    return new CountyPart(List.copyOf(changed.keySet()), Optional.of(counties));
  }

  boolean isNothing() {
    return counties.filter(Set::isEmpty).isPresent();
  }

  Dataset<Row> of(Dataset<Row> rows) {
    return counties
        .map(codes -> rows.where(col(SchoolMeasure.COUNTY_CODE.columnName()).isin(codes.toArray())))
        .orElse(rows);
  }

  boolean has(int period, String county) {
    return periods.contains(new Period(period))
        && counties.map(codes -> codes.contains(county)).orElse(true);
  }
}
