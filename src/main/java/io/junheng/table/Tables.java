package io.junheng.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
          TouchedFigure.TABLE,
          ItemCorrelation.TABLE,
          CountyRanking.TABLE,
          LeagueTable.TABLE,
          CountyCertification.TABLE,
          TargetProgress.TABLE,
          DimArea.TABLE,
          DimSchool.TABLE,
          DimPeriod.TABLE,
          DimStage.TABLE,
          DimMeasure.TABLE,
          DimIndicator.TABLE,
          DimFramework.TABLE,
          DimFrameworkItem.TABLE,
          DimAreaSet.TABLE,
          BridgeAreaSet.TABLE,
          DimObsStatus.TABLE,
          Run.TABLE,
          Submission.TABLE,
          RejectedRow.TABLE,
          Finding.TABLE,
          Signoff.TABLE,
          Verification.TABLE,
          SchoolSum.TABLE,
          Objection.TABLE,
          ReleaseEvent.TABLE);

  private static final List<Table> RELEASED =
      Stream.concat(
              ALL.stream().filter(table -> table.layer() == Layer.GOLD),
              Stream.of(Submission.TABLE))
          .map(Table::inRelease)
          .toList();

  private Tables() {}

  /** Every gold and ops table. */
  public static List<Table> all() {
    return ALL;
  }

  /**
   * The tables of layer {@code release}: one for each of gold, and the register of the deliveries
   * that a release stands on. Each is made from the table of the same name.
   */
  public static List<Table> released() {
    return RELEASED;
  }

  /**
   * The table of that name, with or without its layer: {@code league_table}, {@code
   * gold.league_table}; {@code release.league_table} needs its layer.
   */
  public static Optional<Table> find(String name) {
    return Stream.concat(ALL.stream(), RELEASED.stream())
        .filter(table -> table.name().equals(name) || table.qualifiedName().equals(name))
        .findFirst();
  }

  /** The table of that name; an {@link IllegalArgumentException} where there is none. */
  public static Table require(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no table '%s'".formatted(name)));
  }
}
