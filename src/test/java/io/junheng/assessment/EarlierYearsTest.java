package io.junheng.assessment;

import static io.junheng.assessment.Kit.AREA_CV;
import static io.junheng.assessment.Kit.TRAINED;
import static io.junheng.assessment.Kit.item;
import static io.junheng.assessment.Kit.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Framework;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of items that look at the years before. */
class EarlierYearsTest {
  private static final Framework.Conjunctive THREE_YEARS =
      Kit.conjunctive(
          item(
              "P3",
              IntStream.rangeClosed(1, 3)
                  .mapToObj(
                      years ->
                          new ItemTest.OfCounty(
                              "before-" + years,
                              AREA_CV.id(),
                              limit(Comparison.AT_MOST, "primary", "0.60"),
                              Optional.empty(),
                              years))
                  .toArray(ItemTest[]::new)));

  private static Panel panel(int period, String value) {
    Period of = new Period(period);
    return new Panel(
        of,
        of.referenceDate(),
        List.of("C1"),
        Kit.values("county | stage | indicator | value\nC1 | primary | area_cv | " + value),
        List.of(),
        List.of(),
        List.of());
  }

  private static Map<String, Grade> grades(Panel... earlier) {
    Assessment assessment =
        new Assess(THREE_YEARS, Kit.catalogue(THREE_YEARS))
            .apply(new Panels(panel(202310, "0.9"), List.of(earlier)), Optional.empty());
    return assessment.items().stream()
        .collect(Collectors.toMap(ItemResult::test, ItemResult::grade));
  }

  @Test
  void theThreeYearsBeforeAreHeldAndThePresentOneIsNot() {
    assertThat(grades(panel(202210, "0.5"), panel(202110, "0.60"), panel(202010, "0.4")))
        .containsEntry(ItemResult.WHOLE, Grade.MET);
    assertThat(grades(panel(202210, "0.5"), panel(202110, "0.61"), panel(202010, "0.4")))
        .containsEntry("before-2.primary", Grade.NOT_MET)
        .containsEntry(ItemResult.WHOLE, Grade.NOT_MET);
  }

  @Test
  void aYearThatIsNotInTheLakeIsUnknown() {
    assertThat(grades(panel(202210, "0.5"), panel(202110, "0.6")))
        .containsEntry("before-3.primary", Grade.UNKNOWN)
        .containsEntry(ItemResult.WHOLE, Grade.UNKNOWN);
  }

  @Test
  void aFrameworkNamesTheYearsThatItLooksAt() {
    assertThat(THREE_YEARS.yearsBefore()).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(Kit.conjunctive(item("G9", Kit.county(TRAINED, Comparison.AT_LEAST, "_T", "100"))))
        .extracting(Framework::yearsBefore)
        .isEqualTo(java.util.Set.of(0));
  }
}
