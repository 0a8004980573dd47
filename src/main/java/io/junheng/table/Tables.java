package io.junheng.table;

import java.util.List;
import java.util.Optional;

/** All tables that are our own, gold first, in the order of their making. */
public final class Tables {
  private static final List<Table> ALL =
      List.of(
          SchoolMeasure.TABLE,
          CountyMeasure.TABLE,
          SchoolIndicator.TABLE,
          SchoolItem.TABLE,
          SchoolVerdict.TABLE,
          CountyIndicator.TABLE,
          CountyDispersion.TABLE,
          SchoolDispersionShare.TABLE,
          DispersionSplit.TABLE,
          FrameworkItemResult.TABLE,
          CountyVerdict.TABLE,
          CountyScore.TABLE,
          CountyRanking.TABLE,
          LeagueTable.TABLE,
          CountyCertification.TABLE,
          DimArea.TABLE,
          DimSchool.TABLE,
          DimPeriod.TABLE,
          DimStage.TABLE,
          DimMeasure.TABLE,
          DimIndicator.TABLE,
          DimFramework.TABLE,
          DimFrameworkItem.TABLE,
          DimFrameworkTest.TABLE,
          DimAreaSet.TABLE,
          BridgeAreaSet.TABLE,
          DimObsStatus.TABLE,
          Run.TABLE,
          Submission.TABLE,
          RejectedRow.TABLE,
          Finding.TABLE);

  private Tables() {}

  /** Every gold and ops table. */
  public static List<Table> all() {
    return ALL;
  }

  /**
   * The table of that name, with or without its layer: {@code league_table}, {@code
   * gold.league_table}.
   */
  public static Optional<Table> find(String name) {
    return ALL.stream()
        .filter(table -> table.name().equals(name) || table.qualifiedName().equals(name))
        .findFirst();
  }

  /** The table of that name; an {@link IllegalArgumentException} where there is none. */
  public static Table require(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no table '%s'".formatted(name)));
  }
}
