package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.assessment.RankingEntry.Key;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Ties;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RankCountiesTest {

  /** Ranks by items met, then by the composite spread, and reads places off as text. */
  private static Map<String, Place> rank(Ties ties, String table) {
    return byCounty(new RankCounties(Kit.byItemsThenCv(ties)).apply(entries(table)));
  }

  private static Map<String, Place> byCounty(List<Place> places) {
    return places.stream()
        .collect(Collectors.toMap(Place::county, place -> place, (a, b) -> a, TreeMap::new));
  }

  private static List<RankingEntry> entries(String table) {
    return TextTable.read(table).stream().map(RankCountiesTest::entry).toList();
  }

  private static RankingEntry entry(TextTable.Line line) {
    BigDecimal met = line.number("met").orElseThrow();
    BigDecimal unknown = BigDecimal.valueOf(line.whole("unknown"));
    Veto veto =
        line.find("veto").map(v -> Veto.valueOf(v.toUpperCase(Locale.ROOT))).orElse(Veto.NONE);
    Key cv =
        line.text("cv").equals("Z") || line.text("cv").equals("X")
            ? Key.absent(ObsStatus.valueOf(line.text("cv")))
            : Key.certain(line.number("cv").orElseThrow());
    return new RankingEntry(
        line.text("county"), veto, List.of(Key.between(met, met, met.add(unknown)), cv));
  }

  private static String ranks(Map<String, Place> places) {
    return places.values().stream()
        .map(place -> place.rankNo().map(BigDecimal::toPlainString).orElse("-"))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "COMPETITION,      1 2 2 4",
    "COMPETITION_HIGH, 1 3 3 4",
    "DENSE,            1 2 2 3",
    "AVERAGE,          1 2.5 2.5 4",
  })
  void equalCountiesShareAPlaceAsTheRuleSays(Ties ties, String expected) {
    var places =
        rank(
            ties,
            """
            county | met | cv
            C1     | 30  | 0.3
            C2     | 28  | 0.3
            C3     | 28  | 0.3
            C4     | 28  | 0.4
            """);
    assertThat(ranks(places)).isEqualTo(expected);
    assertThat(places.get("C2").tieCount()).isEqualTo(2);
    assertThat(places.get("C1").tieCount()).isEqualTo(1);
  }

  @Test
  void moreItemsMetComeFirstAndTheSmallerSpreadBreaksTies() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv
            C1     | 29  | 0.20
            C2     | 30  | 0.60
            C3     | 30  | 0.25
            """);
    assertThat(ranks(places)).isEqualTo("3 2 1");
    assertThat(places.get("C3").value()).contains(new BigDecimal("30.000000000"));
    assertThat(places.get("C3").tieValue()).contains(new BigDecimal("0.250000000"));
  }

  @Test
  void spreadsThatAgreeToTheRulesDecimalsTie() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv
            C1     | 30  | 0.3000000004
            C2     | 30  | 0.2999999996
            C3     | 30  | 0.3000000005
            """);
    assertThat(ranks(places)).isEqualTo("1 1 3");
  }

  @Test
  void aVetoRanksAfterAllOthersAndVetoedCountiesKeepTheirOrder() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv  | veto
            C1     | 31  | 0.2 | hit
            C2     | 3   | 0.9 | none
            C3     | 32  | 0.2 | hit
            C4     | 20  | 0.3 | possible
            """);
    assertThat(ranks(places)).isEqualTo("4 2 3 1");
  }

  @Test
  void aCountyWithoutAValueKeepsItsLineWithoutAPlaceAndIsNotCounted() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv
            C1     | 30  | X
            C2     | 28  | 0.3
            C3     | 28  | Z
            """);
    assertThat(ranks(places)).isEqualTo("- 1 -");
    assertThat(places.get("C1").status()).isEqualTo(RankStatus.NO_VALUE);
    assertThat(places.get("C1").value()).isPresent();
    assertThat(places.get("C3").status()).isEqualTo(RankStatus.NOT_APPLICABLE);
    assertThat(places.get("C2").rankOf()).isEqualTo(1);
    assertThat(places.get("C1").rankOf()).isEqualTo(1);
    assertThat(places.get("C2").percentile()).as("alone").isEmpty();
  }

  @Test
  void unknownItemsGiveARangeOfPlacesHereAndAtTheOthers() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | unknown | cv
            C1     | 30  | 0       | 0.3
            C2     | 28  | 3       | 0.3
            C3     | 29  | 0       | 0.3
            C4     | 10  | 1       | 0.3
            """);
    assertThat(range(places, "C1")).isEqualTo("1 in 1–2 RANGE");
    assertThat(range(places, "C2")).isEqualTo("3 in 1–3 RANGE");
    assertThat(range(places, "C3")).isEqualTo("2 in 2–3 RANGE");
    assertThat(range(places, "C4")).isEqualTo("4 in 4–4 RANKED");
  }

  @Test
  void aVetoThatMayStillTurnUpReachesDownToTheLastPlace() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv  | veto
            C1     | 30  | 0.3 | possible
            C2     | 28  | 0.3 | none
            C3     | 27  | 0.3 | none
            """);
    assertThat(range(places, "C1")).isEqualTo("1 in 1–3 RANGE");
    assertThat(range(places, "C2")).isEqualTo("2 in 1–2 RANGE");
  }

  private static String range(Map<String, Place> places, String county) {
    Place place = places.get(county);
    return "%s in %s–%s %s"
        .formatted(
            place.rankNo().orElseThrow(),
            place.rankLow().orElseThrow(),
            place.rankHigh().orElseThrow(),
            place.status());
  }

  @Test
  void thePercentileIsTheShareOfTheOthersThatAreBehind() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv
            C1     | 30  | 0.3
            C2     | 28  | 0.3
            C3     | 28  | 0.3
            C4     | 27  | 0.3
            """);
    assertThat(places.values().stream().map(place -> place.percentile().orElseThrow().toString()))
        .containsExactly("100.0000", "33.3333", "33.3333", "0.0000");
  }

  @Test
  void theDistanceToTheNextPlaceIsToldInItemsAndNotAcrossAVeto() {
    var places =
        rank(
            Ties.COMPETITION,
            """
            county | met | cv  | veto
            C1     | 30  | 0.3 | none
            C2     | 30  | 0.4 | none
            C3     | 27  | 0.3 | none
            C4     | 32  | 0.3 | hit
            """);
    assertThat(places.get("C1").pointsToNextRank()).isEmpty();
    assertThat(places.get("C2").pointsToNextRank().orElseThrow()).isZero();
    assertThat(places.get("C3").pointsToNextRank().orElseThrow()).isEqualByComparingTo("3");
    assertThat(places.get("C4").pointsToNextRank()).isEmpty();
  }

  @Test
  void aCountyCannotStandTwice() {
    List<RankingEntry> twice =
        entries(
            """
            county | met | cv
            C1     | 30  | 0.3
            C1     | 28  | 0.3
            """);
    RankCounties rank = new RankCounties(Kit.byItemsThenCv(Ties.COMPETITION));
    assertThatThrownBy(() -> rank.apply(twice)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEntryMustBringAKeyForEachOfTheRules() {
    RankingRule rule = Kit.byItemsThenCv(Ties.COMPETITION);
    RankingEntry poor = new RankingEntry("C1", Veto.NONE, List.of(Key.certain(BigDecimal.ONE)));
    assertThatThrownBy(() -> new RankCounties(rule).apply(List.of(poor)))
        .hasMessageContaining("C1 brings 1 keys to a rule of 2");
  }

  static Stream<Arguments> tiesAndSeeds() {
    return Arrays.stream(Ties.values())
        .flatMap(ties -> LongStream.rangeClosed(1, 25).mapToObj(seed -> Arguments.of(ties, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tiesAndSeeds")
  void placesAreWhatCountingThoseAheadAndLevelGives(Ties ties, long seed) {
    List<RankingEntry> entries = random(new Random(seed), 2 + (int) (seed % 12));
    RankCounties rank = new RankCounties(Kit.byItemsThenCv(ties));
    Map<String, Place> places = byCounty(rank.apply(entries));
    for (RankingEntry entry : entries) {
      assertThat(places.get(entry.county()).rankNo().orElseThrow())
          .isEqualByComparingTo(naive(ties, entry, entries));
    }
  }

  /** The definition, county by county. */
  private static BigDecimal naive(Ties ties, RankingEntry own, List<RankingEntry> all) {
    long ahead = all.stream().filter(other -> compare(other, own) < 0).count();
    long level = all.stream().filter(other -> compare(other, own) == 0).count();
    List<RankingEntry> leaders = new ArrayList<>();
    for (RankingEntry other : all) {
      if (compare(other, own) < 0
          && leaders.stream().noneMatch(leader -> compare(leader, other) == 0)) {
        leaders.add(other);
      }
    }
    return switch (ties) {
      case COMPETITION -> BigDecimal.valueOf(ahead + 1);
      case COMPETITION_HIGH -> BigDecimal.valueOf(ahead + level);
      case DENSE -> BigDecimal.valueOf(leaders.size() + 1L);
      case AVERAGE ->
          BigDecimal.valueOf(IntStream.rangeClosed(1, (int) level).mapToLong(i -> ahead + i).sum())
              .divide(BigDecimal.valueOf(level));
    };
  }

  private static int compare(RankingEntry a, RankingEntry b) {
    if ((a.veto() == Veto.HIT) != (b.veto() == Veto.HIT)) {
      return a.veto() == Veto.HIT ? 1 : -1;
    }
    int met =
        b.keys().get(0).value().orElseThrow().compareTo(a.keys().get(0).value().orElseThrow());
    return met != 0
        ? met
        : a.keys().get(1).value().orElseThrow().compareTo(b.keys().get(1).value().orElseThrow());
  }

  private static List<RankingEntry> random(Random random, int counties) {
    List<RankingEntry> entries = new ArrayList<>();
    for (int i = 0; i < counties; i++) {
      BigDecimal met = BigDecimal.valueOf(random.nextInt(3));
      BigDecimal unknown = BigDecimal.valueOf(random.nextInt(3));
      Key cv = Key.certain(BigDecimal.valueOf(random.nextInt(2), 1));
      entries.add(
          new RankingEntry(
              "C" + i,
              Veto.values()[random.nextInt(4) % 3],
              List.of(Key.between(met, met, met.add(unknown)), cv)));
    }
    return entries;
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tiesAndSeeds")
  void theOrderOfTheEntriesChangesNothing(Ties ties, long seed) {
    List<RankingEntry> entries = random(new Random(seed), 9);
    RankCounties rank = new RankCounties(Kit.byItemsThenCv(ties));
    List<RankingEntry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, new Random(seed + 1));
    assertThat(rank.apply(shuffled)).isEqualTo(rank.apply(entries));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tiesAndSeeds")
  void everyWayInWhichTheUnknownMayTurnOutGivesAPlaceWithinTheRange(Ties ties, long seed) {
    List<RankingEntry> entries = random(new Random(seed), 4);
    RankCounties rank = new RankCounties(Kit.byItemsThenCv(ties));
    Map<String, Place> ranges = byCounty(rank.apply(entries));
    complete(
        entries,
        new ArrayList<>(),
        completion ->
            rank.apply(completion)
                .forEach(
                    place ->
                        assertThat(place.rankNo().orElseThrow())
                            .isBetween(
                                ranges.get(place.county()).rankLow().orElseThrow(),
                                ranges.get(place.county()).rankHigh().orElseThrow())));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theEndsOfTheRangeAreReachedUnderCompetitionRanking(long seed) {
    List<RankingEntry> entries = random(new Random(seed), 4);
    RankCounties rank = new RankCounties(Kit.byItemsThenCv(Ties.COMPETITION));
    Map<String, List<BigDecimal>> seen = new TreeMap<>();
    complete(
        entries,
        new ArrayList<>(),
        completion ->
            rank.apply(completion)
                .forEach(
                    place ->
                        seen.computeIfAbsent(place.county(), county -> new ArrayList<>())
                            .add(place.rankNo().orElseThrow())));
    for (Place place : rank.apply(entries)) {
      assertThat(Collections.min(seen.get(place.county())))
          .isEqualTo(place.rankLow().orElseThrow());
      assertThat(Collections.max(seen.get(place.county())))
          .isEqualTo(place.rankHigh().orElseThrow());
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  /** Hands over every combination of what unknown items and vetoes may turn out to be. */
  private static void complete(
      List<RankingEntry> open, List<RankingEntry> done, Consumer<List<RankingEntry>> each) {
    if (done.size() == open.size()) {
      each.accept(done);
      return;
    }
    RankingEntry entry = open.get(done.size());
    Key met = entry.keys().get(0);
    List<Veto> vetoes =
        entry.veto() == Veto.POSSIBLE ? List.of(Veto.NONE, Veto.HIT) : List.of(entry.veto());
    for (int m = met.low().orElseThrow().intValue();
        m <= met.high().orElseThrow().intValue();
        m++) {
      for (Veto veto : vetoes) {
        List<RankingEntry> next = new ArrayList<>(done);
        Key certain = Key.certain(BigDecimal.valueOf(m));
        next.add(new RankingEntry(entry.county(), veto, List.of(certain, entry.keys().get(1))));
        complete(open, next, each);
      }
    }
  }
}
