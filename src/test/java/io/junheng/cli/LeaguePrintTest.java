package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.League;
import io.junheng.job.League.Line;
import io.junheng.job.League.Spread;
import io.junheng.job.League.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaguePrintTest {
  private static final String SAMPLE = "演示数据,非真实结果 · sample data";
  private static final Spread NONE =
      new Spread(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Line FIRST =
      line("漪浦区", "Yipu District", standing(1, 1, Optional.of(2), "comparable"), "passed", 32);
  private static final Line SECOND =
      line("璃坞市", "Liwu City", standing(2, 2, Optional.empty(), "new_unit"), "not_passed", 29);

  @Test
  void chineseTableWithMovementTiesAndWhatBlocks() {
    assertThat(print(Language.ZH, FIRST, SECOND).lines())
        .containsExactly(
            "监测结果一览表 · 义务教育优质均衡发展 · 2023/24 学年(202310)",
            SAMPLE,
            "排名单位:全部县(市、区) · 2 个,参排 2 个 · 工作排序,非官方名次",
            "",
            "名次  变化  县(市、区)  市      测算结果   达到  小学综合  初中综合  小学最大≤0.50  初中最大≤0.45  制约条目",
            "────  ────  ──────────  ──────  ────────  ─────  ────────  ────────  ───────────── "
                + " ─────────────  ────────",
            "   1    ↑2  漪浦区      岫川市  达到      32/32     0.313     0.287  0.423 R5       0.451 R6"
                + " ✗",
            "  =2  新增  璃坞市      岫川市  未达到    29/32     0.313     0.287  0.423 R5       0.451 R6 ✗   "
                + "  R6 G7",
            "",
            "综合:综合差异系数,本身无限值。最大:最大的单项差异系数及其条目;✗ 超过限值。",
            "R5 生均体育运动场馆面积",
            "R6 生均教学仪器设备值",
            "新增: 上期未参排");
  }

  @Test
  void englishTableSaysThatItIsAWorkingOrder() {
    assertThat(print(Language.EN, FIRST, SECOND).lines())
        .startsWith(
            "League table · Quality and balance of compulsory education · school year 2023/24"
                + " (202310)",
            SAMPLE,
            "Units: All counties · 2 of 2 took part · working order, not an official ranking")
        .anyMatch(line -> line.matches(" +1 +↑2 +Yipu District +Xiuchuan City +Meets .*"))
        .contains("new: was not among the units before");
  }

  @Test
  void valuesAreHeldAgainstTheLimitUnroundedAndShownHalfUp() {
    Spread justAbove =
        new Spread(
            Optional.of(0.0005),
            Optional.of(0.45004),
            Optional.of("R6"),
            Optional.of(new BigDecimal("0.4500000000")));
    League league =
        league(
            new Line(
                "1",
                Text.same("A"),
                Text.same(""),
                standing(1, 1, Optional.empty(), ""),
                Optional.empty(),
                Optional.of(new BigDecimal("84.995")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                justAbove,
                NONE,
                List.of(),
                Optional.empty()));

    assertThat(new LeaguePrint(league, Language.EN, 120).lines())
        .anyMatch(line -> line.contains("85.00") && line.contains("0.001  0.450 R6 ✗"));
  }

  @Test
  void limitsThatDifferStandBesideTheValues() {
    Line other =
        new Line(
            "2",
            Text.same("B"),
            Text.same(""),
            standing(2, 1, Optional.empty(), ""),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Spread(
                Optional.empty(),
                Optional.of(0.61),
                Optional.empty(),
                Optional.of(new BigDecimal("0.55"))),
            NONE,
            List.of(),
            Optional.empty());

    assertThat(print(Language.EN, FIRST, other).lines())
        .anyMatch(line -> line.contains("0.423≤0.50 R5"))
        .anyMatch(line -> line.contains("0.610>0.55 ✗"));
  }

  @Test
  void aTargetStandsBesideTheValueThatIsToReachIt() {
    League league =
        league(
            new Line(
                "1",
                Text.same("A"),
                Text.same(""),
                standing(1, 1, Optional.empty(), ""),
                Optional.empty(),
                Optional.of(new BigDecimal("96.2")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NONE,
                NONE,
                List.of(),
                Optional.of(
                    new League.Target(
                        new BigDecimal("97.5"),
                        new Period(202500),
                        Optional.of(new BigDecimal("1.3")),
                        "behind"))));

    assertThat(new LeaguePrint(league, Language.EN, 120).lines())
        .anyMatch(line -> line.contains("Target (by)") && line.contains("To go"))
        .anyMatch(line -> line.contains("97.50 (202500)") && line.contains("1.30 behind"));
  }

  @Test
  void columnsWithoutAnyValueAreLeftOut() {
    League league =
        league(
            new Line(
                "1",
                Text.same("Wake"),
                Text.same(""),
                standing(1, 1, Optional.empty(), "no_previous"),
                Optional.empty(),
                Optional.of(new BigDecimal("71.5")),
                Optional.of("B"),
                Optional.empty(),
                Optional.empty(),
                NONE,
                NONE,
                List.of(),
                Optional.empty()));

    assertThat(new LeaguePrint(league, Language.EN, 120).lines())
        .contains("Place   Move  County  Score  Grade");
  }

  @Test
  void anUnsettledPlaceShowsItsRangeAndACountyWithoutPlaceADash() {
    Standing open =
        new Standing(
            Optional.of(7), Optional.of(5), Optional.of(12), 1, Optional.of(0), "comparable");
    Standing none =
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            "value_missing");

    assertThat(
            print(
                    Language.EN,
                    line("甲", "A", open, "undetermined", 20),
                    line("乙", "B", none, "undetermined", 0))
                .lines())
        .anyMatch(line -> line.matches(" *5–12 +=  A .*Open.*"))
        .anyMatch(line -> line.matches(" +– +no place  B .*"));
  }

  @Test
  void theMiddleOfALongTableIsCounted() {
    Line[] lines = IntStream.range(0, 90).mapToObj(i -> FIRST).toArray(Line[]::new);

    List<String> printed = print(Language.EN, lines).lines(20, 3);

    assertThat(printed).contains("… 67 more");
    assertThat(printed.stream().filter(line -> line.contains("Yipu"))).hasSize(23);
    assertThat(print(Language.EN, FIRST, SECOND).lines(20, 3)).noneMatch(l -> l.contains("more"));
  }

  @Test
  void noLineIsWiderThanTheScreen() {
    Line wide =
        line(
            "瑾屿经济技术开发区管理委员会",
            "Jinyu Economic Development Zone",
            new Standing(
                Optional.of(88), Optional.of(85), Optional.of(90), 1, Optional.empty(), "new_unit"),
            "not_passed",
            27);
    for (Language language : Language.values()) {
      assertThat(new LeaguePrint(league(FIRST, SECOND, wide), language, 120).lines())
          .allMatch(line -> DisplayWidth.of(line) <= 120);
    }
  }

  private static LeaguePrint print(Language language, Line... lines) {
    return new LeaguePrint(league(lines), language, 120);
  }

  private static League league(Line... lines) {
    return new League(
        "cn-quality-balance-2017",
        new Text("义务教育优质均衡发展", "Quality and balance of compulsory education"),
        new Period(202310),
        new Text("全部县(市、区)", "All counties"),
        lines.length,
        false,
        Optional.of(SAMPLE),
        Map.of(
            "R5", new Text("生均体育运动场馆面积", "Sports area per pupil"),
            "R6", new Text("生均教学仪器设备值", "Equipment value per pupil")),
        List.of(lines));
  }

  private static Standing standing(int rank, int ties, Optional<Integer> change, String status) {
    return new Standing(
        Optional.of(rank), Optional.empty(), Optional.empty(), ties, change, status);
  }

  private static Line line(String zh, String en, Standing standing, String verdict, int met) {
    return new Line(
        "990102",
        new Text(zh, en),
        new Text("岫川市", "Xiuchuan City"),
        standing,
        Optional.of(verdict),
        Optional.empty(),
        Optional.empty(),
        Optional.of(met),
        Optional.of(32),
        new Spread(
            Optional.of(0.3125),
            Optional.of(0.4226),
            Optional.of("R5"),
            Optional.of(new BigDecimal("0.5000000000"))),
        new Spread(
            Optional.of(0.287),
            Optional.of(0.451),
            Optional.of("R6"),
            Optional.of(new BigDecimal("0.4500000000"))),
        verdict.equals("not_passed") ? List.of("R6", "G7") : List.of(),
        Optional.empty());
  }
}
