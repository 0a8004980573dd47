package io.junheng.publication.workbook;

import io.junheng.publication.GoldInMemory;
import io.junheng.table.DimArea;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A league table of made-up counties, with names that are hard on spreadsheets. */
public final class Leagues {
  public static final String FRAMEWORK = "balance";

  /** Formulas, markup, a character beyond the basic plane, rare characters, a very long name. */
  public static final List<String> NAMES =
      List.of(
          "=HYPERLINK(\"http://example.invalid\",\"县\")",
          "+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1+1)",
          "\t=1+1",
          "＝1+1",
          "<b>县</b>&\"'",
          "𠮷䶮㛃县",
          "长".repeat(300));

  private Leagues() {}

  /** The counties of {@link #NAMES}, and others up to so many. */
  public static GoldInMemory of(int counties) {
    GoldInMemory gold =
        new GoldInMemory()
            .with(
                DimFramework.TABLE,
                Map.of(
                    DimFramework.FRAMEWORK, FRAMEWORK,
                    DimFramework.TITLE_ZH, "均衡",
                    DimFramework.TITLE_EN, "Balance",
                    DimFramework.AREA_SET, "all",
                    DimFramework.SORT_ORDER, 1))
            .with(
                DimFrameworkItem.TABLE,
                Map.of(
                    DimFrameworkItem.FRAMEWORK, FRAMEWORK,
                    DimFrameworkItem.ITEM, "R5",
                    DimFrameworkItem.TITLE_ZH, "生均体育运动场馆面积",
                    DimFrameworkItem.TITLE_EN, "Sports area per pupil",
                    DimFrameworkItem.SORT_ORDER, 1));
    for (int i = 0; i < counties; i++) {
      gold.with(LeagueTable.TABLE, line(i, counties));
      gold.with(
          FrameworkItemResult.TABLE,
          Map.of(
              FrameworkItemResult.PERIOD,
              202310,
              FrameworkItemResult.FRAMEWORK,
              FRAMEWORK,
              FrameworkItemResult.COUNTY_CODE,
              code(i),
              FrameworkItemResult.ITEM,
              "R5",
              FrameworkItemResult.TEST,
              Table.TOTAL,
              FrameworkItemResult.GRADE,
              i % 2 == 0 ? "met" : "not_met"));
      gold.with(
          DimArea.TABLE,
          Map.of(DimArea.AREA_CODE, code(i), DimArea.NAME_ZH, name(i), DimArea.NAME_EN, name(i)));
    }
    return gold;
  }

  public static String code(int i) {
    return Integer.toString(990000 + i);
  }

  private static String name(int i) {
    return i < NAMES.size() ? NAMES.get(i) : "县" + i;
  }

  private static Map<TableColumn, Object> line(int i, int of) {
    Map<TableColumn, Object> line = new HashMap<>();
    line.put(LeagueTable.PERIOD, 202310);
    line.put(LeagueTable.FRAMEWORK, FRAMEWORK);
    line.put(LeagueTable.AREA_SET, "all");
    line.put(LeagueTable.COUNTY_CODE, code(i));
    line.put(LeagueTable.RANK_NO, i + 1);
    line.put(LeagueTable.RANK_OF, of);
    line.put(LeagueTable.RANK_CHANGE, i % 3 - 1);
    line.put(LeagueTable.COUNTY_NAME_ZH, name(i));
    line.put(LeagueTable.COUNTY_NAME_EN, name(i));
    line.put(LeagueTable.VERDICT, i % 2 == 0 ? "passed" : "not_passed");
    line.put(LeagueTable.MET_COUNT, 32 - i % 2);
    line.put(LeagueTable.OF_COUNT, 32);
    line.put(LeagueTable.COMPOSITE_CV_PRIMARY, 0.3);
    line.put(LeagueTable.WORST_CV_PRIMARY, i % 2 == 0 ? 0.4994 : 0.6104);
    line.put(LeagueTable.CV_LIMIT_PRIMARY, "0.50");
    return line;
  }
}
