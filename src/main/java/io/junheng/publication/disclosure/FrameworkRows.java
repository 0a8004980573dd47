package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;
import static io.junheng.publication.Cells.integer;

import io.junheng.definition.Disclosure.Extent;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Results of frameworks as far as each framework discloses them: of own counties all, of others
 * what the extent says, without what small counts hide.
 */
final class FrameworkRows {
  private record Result(int period, String framework, String county) {
    static Result of(Row row) {
      return new Result(
          row.<Integer>getAs("period"), row.getAs("framework"), row.getAs("county_code"));
    }
  }

  private final Territory territory;
  private final Extents extents;
  private final HiddenItems items;
  private final Set<Result> onTop = new HashSet<>();

  /**
   * @param leagues all rows of league_table
   */
  FrameworkRows(Territory territory, Extents extents, HiddenItems items, List<Row> leagues) {
    this.territory = territory;
    this.extents = extents;
    this.items = items;
    leagues.stream()
        .filter(row -> isOnTop(row, extents.of(code(row, LeagueTable.FRAMEWORK))))
        .forEach(row -> onTop.add(Result.of(row)));
  }

  private static boolean isOnTop(Row row, Extent extent) {
    return extent instanceof Extent.Top top
        && Optional.ofNullable(row.<Integer>getAs("rank_no"))
            .filter(place -> place <= top.places())
            .isPresent();
  }

  Optional<Row> league(Row row) {
    Extent extent = extents.of(code(row, LeagueTable.FRAMEWORK));
    if (extent instanceof Extent.None || isOwn(row)) {
      return own(row, extent);
    } else if (extent instanceof Extent.GradeOnly) {
      return Optional.of(RowEdit.only(row, GradeColumns.LEAGUE));
    }
    return Optional.of(row)
        .filter(any -> extent instanceof Extent.All || isOnTop(row, extent))
        .map(this::withoutHiddenSpread);
  }

  private Row withoutHiddenSpread(Row row) {
    Row shown = row;
    if (items.hidesSpread(row, "primary", LeagueTable.WORST_CV_INDICATOR_PRIMARY)) {
      shown =
          RowEdit.without(
              shown,
              LeagueTable.COMPOSITE_CV_PRIMARY,
              LeagueTable.WORST_CV_PRIMARY,
              LeagueTable.WORST_CV_INDICATOR_PRIMARY);
    }
    if (items.hidesSpread(row, "junior", LeagueTable.WORST_CV_INDICATOR_JUNIOR)) {
      shown =
          RowEdit.without(
              shown,
              LeagueTable.COMPOSITE_CV_JUNIOR,
              LeagueTable.WORST_CV_JUNIOR,
              LeagueTable.WORST_CV_INDICATOR_JUNIOR);
    }
    return shown;
  }

  Optional<Row> verdict(Row row) {
    Extent extent = extents.of(code(row, CountyVerdict.FRAMEWORK));
    if (extent instanceof Extent.None || isOwn(row)) {
      return own(row, extent);
    } else if (extent instanceof Extent.GradeOnly) {
      return Optional.of(RowEdit.only(row, GradeColumns.VERDICT));
    }
    return Optional.of(row)
        .filter(any -> extent instanceof Extent.All || onTop.contains(Result.of(row)));
  }

  Optional<Row> score(Row row) {
    Extent extent = extents.of(code(row, CountyScore.FRAMEWORK));
    boolean isWhole = code(row, CountyScore.NODE).equals(Table.TOTAL);
    if (extent instanceof Extent.None || isOwn(row)) {
      return own(row, extent);
    } else if (extent instanceof Extent.GradeOnly) {
      return Optional.of(row)
          .filter(any -> isWhole)
          .map(any -> RowEdit.only(row, GradeColumns.SCORE));
    } else if (extent instanceof Extent.All) {
      return Optional.of(row).filter(any -> isWhole || !items.hidesPoints(row));
    }
    return Optional.of(row).filter(any -> isWhole && onTop.contains(Result.of(row)));
  }

  Optional<Row> item(Row row) {
    Extent extent = extents.of(code(row, FrameworkItemResult.FRAMEWORK));
    if (extent instanceof Extent.None || isOwn(row)) {
      return own(row, extent);
    }
    return Optional.of(row).filter(any -> extent instanceof Extent.All).map(this::withoutHidden);
  }

  /** Documents and notes of others are never shown: they name schools and people. */
  private Row withoutHidden(Row row) {
    Row shown =
        RowEdit.without(
            row,
            FrameworkItemResult.EVIDENCE,
            FrameworkItemResult.NOTE,
            FrameworkItemResult.NOTE_EN);
    if (items.hidesPoints(row)) {
      shown = RowEdit.without(shown, FrameworkItemResult.POINTS, FrameworkItemResult.POINTS_LOST);
    }
    if (items.hidesValue(row)) {
      shown =
          RowEdit.without(
              shown,
              FrameworkItemResult.VALUE,
              FrameworkItemResult.DISPLAYED_VALUE,
              FrameworkItemResult.GAP);
    }
    return shown;
  }

  /**
   * A place. The distance to the next one tells the value that stands there, so it is shown only
   * where all is.
   */
  Optional<Row> ranking(Row row) {
    String subject = code(row, CountyRanking.SUBJECT);
    Extent extent = extents.of(subject);
    boolean isFramework = extents.isFramework(subject);
    boolean isOpen = isFramework ? extent instanceof Extent.All : extents.isOpen(subject);
    Row shown = isOpen ? row : RowEdit.without(row, CountyRanking.POINTS_TO_NEXT_RANK);
    if (isOwn(row)) {
      return Optional.of(shown).filter(any -> !isFramework || extents.isDisclosed(subject));
    }
    return Optional.of(shown)
        .filter(any -> isOpen || isOnTop(row, extent))
        .map(this::withoutHiddenValues);
  }

  private Row withoutHiddenValues(Row row) {
    String county = code(row, CountyRanking.COUNTY_CODE);
    int period = integer(row, CountyRanking.PERIOD).orElseThrow();
    return items.hidesRankedValue(period, code(row, CountyRanking.SUBJECT), county)
        ? RowEdit.without(
            row, CountyRanking.VALUE, CountyRanking.TIE_VALUE, CountyRanking.POINTS_TO_NEXT_RANK)
        : row;
  }

  private boolean isOwn(Row row) {
    return territory.owns(row.getAs("county_code"));
  }

  private static Optional<Row> own(Row row, Extent extent) {
    return Optional.of(row).filter(any -> !(extent instanceof Extent.None));
  }
}
