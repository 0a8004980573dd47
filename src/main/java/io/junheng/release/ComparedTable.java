package io.junheng.release;

import io.junheng.release.Difference.Kind;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.List;
import java.util.Optional;

/**
 * What two releases are compared by in one table.
 *
 * @param only column and code of the rows that are compared; empty: all
 * @param value what is compared
 * @param own what stands behind it and is the area's own; for a place, the value that is ranked
 */
record ComparedTable(
    Kind kind,
    Table table,
    TableColumn area,
    Optional<TableColumn> framework,
    TableColumn thing,
    Optional<TableColumn> stage,
    Optional<TableColumn> only,
    TableColumn value,
    TableColumn own) {
  static final List<ComparedTable> ALL =
      List.of(
          new ComparedTable(
              Kind.VALUE,
              CountyIndicator.TABLE,
              CountyIndicator.AREA_CODE,
              Optional.empty(),
              CountyIndicator.INDICATOR,
              Optional.of(CountyIndicator.STAGE),
              Optional.of(CountyIndicator.BREAKDOWN),
              CountyIndicator.VALUE,
              CountyIndicator.VALUE),
          new ComparedTable(
              Kind.ITEM,
              FrameworkItemResult.TABLE,
              FrameworkItemResult.COUNTY_CODE,
              Optional.of(FrameworkItemResult.FRAMEWORK),
              FrameworkItemResult.ITEM,
              Optional.empty(),
              Optional.of(FrameworkItemResult.TEST),
              FrameworkItemResult.GRADE,
              FrameworkItemResult.GRADE),
          new ComparedTable(
              Kind.VERDICT,
              CountyVerdict.TABLE,
              CountyVerdict.COUNTY_CODE,
              Optional.of(CountyVerdict.FRAMEWORK),
              CountyVerdict.FRAMEWORK,
              Optional.empty(),
              Optional.empty(),
              CountyVerdict.VERDICT,
              CountyVerdict.VERDICT),
          new ComparedTable(
              Kind.SCORE,
              CountyScore.TABLE,
              CountyScore.COUNTY_CODE,
              Optional.of(CountyScore.FRAMEWORK),
              CountyScore.FRAMEWORK,
              Optional.empty(),
              Optional.of(CountyScore.NODE),
              CountyScore.SCORE,
              CountyScore.SCORE),
          new ComparedTable(
              Kind.PLACE,
              CountyRanking.TABLE,
              CountyRanking.COUNTY_CODE,
              Optional.empty(),
              CountyRanking.SUBJECT,
              Optional.empty(),
              Optional.empty(),
              CountyRanking.RANK_NO,
              CountyRanking.VALUE));
}
