package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.county_ranking: one row for each period, area set, ranked framework or indicator, and
 * county. Key: period, area_set, subject, county_code.
 */
public enum CountyRanking implements OwnColumn {
  PERIOD(Shared.PERIOD),
  AREA_SET(Shared.AREA_SET),
  SUBJECT(text("排名对象", "What is ranked", "评价体系或指标 · a framework or an indicator")),
  COUNTY_CODE(Shared.COUNTY_CODE),
  VALUE(quantity("排名值", "Value ranked by")),
  TIE_VALUE(quantity("次序值", "Value that breaks ties")),
  RANK_NO(integer("名次", "Place", "空:不排名 · empty: no place")),
  RANK_OF(integer("参排单位数", "Units that took part")),
  RANK_LOW(integer("最好可能名次", "Best possible place", "未知条目全部落定时 · once unknown items are settled")),
  RANK_HIGH(
      integer("最差可能名次", "Worst possible place", "未知条目全部落定时 · once unknown items are settled")),
  RANK_STATUS(text("名次状态", "Status of the place")),
  TIE_COUNT(integer("并列数", "Units that share the place")),
  TIE_RULE(text("并列规则", "Rule for ties")),
  PERCENTILE(fraction("百分位", "Percentile", "", "%")),
  PREVIOUS_RANK_NO(integer("上期名次", "Previous place")),
  RANK_CHANGE(integer("名次变化", "Change of place", "正数为上升 · positive: moved up")),
  CHANGE_STATUS(Shared.CHANGE_STATUS),
  POINTS_TO_NEXT_RANK(quantity("距前一名", "Distance to the next place up")),
  EDITION(text("版本", "Edition", "名次只在同一版本内比较 · places are only compared within one edition")),
  PEER_GROUP(text("同类组", "Peer group")),
  PEER_RANK_NO(integer("组内名次", "Place in the peer group")),
  PEER_RANK_OF(integer("组内单位数", "Units in the peer group")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_ranking", "县级排名", "Places of counties", values())
          .key(PERIOD, AREA_SET, SUBJECT, COUNTY_CODE)
          .partitionBy(PERIOD)
          .statistics(AREA_SET, SUBJECT, COUNTY_CODE)
          .build();

  private final Meaning meaning;

  CountyRanking(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
