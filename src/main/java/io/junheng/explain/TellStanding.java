package io.junheng.explain;

import io.junheng.definition.Text;
import io.junheng.table.CountyRanking;
import io.junheng.table.DimAreaSet;
import io.junheng.table.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the place of a county in what is ranked. */
record TellStanding(Facts facts, Question question) {
  /** The county's place by a framework or an indicator; empty where it is not ranked by it. */
  Optional<Standing> of(String subject) {
    List<StoredRow> places =
        facts.read(
            CountyRanking.TABLE,
            Map.of(
                CountyRanking.PERIOD,
                question.period().number(),
                CountyRanking.COUNTY_CODE,
                question.area()));
    return places.stream()
        .filter(row -> row.require(CountyRanking.SUBJECT).equals(subject))
        .findFirst()
        .map(this::standing);
  }

  private Standing standing(StoredRow row) {
    String set = row.require(CountyRanking.AREA_SET);
    return new Standing(
        set,
        facts.read(DimAreaSet.TABLE).stream()
            .filter(known -> known.require(DimAreaSet.AREA_SET).equals(set))
            .findFirst()
            .map(known -> Facts.title(known, DimAreaSet.TITLE_ZH, DimAreaSet.TITLE_EN))
            .orElse(Text.same(set)),
        row.integer(CountyRanking.RANK_NO),
        row.integer(CountyRanking.RANK_OF),
        row.integer(CountyRanking.RANK_LOW),
        row.integer(CountyRanking.RANK_HIGH),
        row.integer(CountyRanking.TIE_COUNT),
        row.integer(CountyRanking.PREVIOUS_RANK_NO),
        row.integer(CountyRanking.RANK_CHANGE),
        row.text(CountyRanking.CHANGE_STATUS).orElse(""),
        row.number(CountyRanking.POINTS_TO_NEXT_RANK));
  }
}
