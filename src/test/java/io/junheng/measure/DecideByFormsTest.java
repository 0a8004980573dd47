package io.junheng.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecideByFormsTest {
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  private static final List<String> STAGES = List.of("primary", "junior", "senior");

  private static Figure figure(String stage, String measure, long value) {
    return new Figure(stage, measure, BigDecimal.valueOf(value));
  }

  /** Of a school whose county delivered no other records than the school's own. */
  private static Map<String, Figure> decided(List<Figure> school, String measure) {
    return decided(
        school, school.stream().map(Figure::measure).collect(Collectors.toSet()), measure);
  }

  private static Map<String, Figure> decided(
      List<Figure> school, Set<String> delivered, String measure) {
    Map<String, Figure> byStage = new HashMap<>();
    for (Figure figure :
        new SplitMixedSchools(CATALOGUE)
            .apply(new DecideByForms(CATALOGUE).apply(school, delivered))) {
      if (figure.measure().equals(measure)) {
        byStage.put(figure.stage(), figure);
      }
    }
    return byStage;
  }

  private static void assertFigure(Figure figure, long value, Long recorded) {
    assertThat(figure.value()).isEqualByComparingTo(BigDecimal.valueOf(value));
    assertThat(figure.recorded().map(BigDecimal::longValueExact))
        .isEqualTo(Optional.ofNullable(recorded));
  }

  @Test
  void theFormsFigureStandsAndTheRecordsBesideIt() {
    Map<String, Figure> classes =
        decided(
            List.of(
                figure("primary", "classes", 40),
                figure("junior", "classes", 30),
                figure("_T", "classes", 71),
                figure("primary", "classes_by_form", 42),
                figure("_T", "classes_by_form", 42)),
            "classes");
    assertFigure(classes.get("primary"), 42, 40L);
    assertFigure(classes.get("junior"), 30, null);
    // One class's stage is not known.
    assertFigure(classes.get("_T"), 73, 71L);
    assertFigure(classes.get("compulsory"), 72, 70L);
  }

  @Test
  void aFormDoesNotStandInForRecordsThatTheCountyDidNotDeliver() {
    assertThat(
            decided(
                List.of(figure("junior", "classes_by_form", 9), figure("_T", "classes_by_form", 9)),
                "classes"))
        .isEmpty();
  }

  @Test
  void aSchoolOfWhichDeliveredRecordsSayNothingHasNoneByRecord() {
    Map<String, Figure> classes =
        decided(
            List.of(figure("junior", "classes_by_form", 9), figure("_T", "classes_by_form", 9)),
            Set.of("classes", "classes_by_form"),
            "classes");
    assertFigure(classes.get("junior"), 9, 0L);
    assertFigure(classes.get("compulsory"), 9, 0L);
    assertFigure(classes.get("_T"), 9, 0L);
    classes =
        decided(
            List.of(
                figure("primary", "classes", 4),
                figure("_T", "classes", 4),
                figure("junior", "classes_by_form", 9)),
            "classes");
    assertFigure(classes.get("primary"), 4, null);
    assertFigure(classes.get("junior"), 9, 0L);
    assertFigure(classes.get("_T"), 13, 4L);
  }

  @Test
  void aTotalAloneDecidesNothing() {
    Map<String, Figure> classes =
        decided(
            List.of(
                figure("primary", "classes", 40),
                figure("_T", "classes", 40),
                figure("_T", "classes_by_form", 50)),
            "classes");
    assertFigure(classes.get("primary"), 40, null);
    assertFigure(classes.get("_T"), 40, null);
  }

  @Test
  void whateverFormsSayTheTotalIsTheSumOfItsStages() {
    Random random = new Random(8);
    for (int i = 0; i < 500; i++) {
      List<Figure> school = new ArrayList<>();
      Map<String, Long> expected = new HashMap<>();
      long all = 0;
      long records = 0;
      boolean isDecided = false;
      for (String stage : STAGES) {
        long counted = random.nextInt(60);
        boolean isCounted = random.nextInt(5) > 0;
        if (isCounted) {
          school.add(figure(stage, "classes", counted));
          records += counted;
          expected.put(stage, counted);
        }
        if (random.nextBoolean()) {
          long stated = random.nextInt(60);
          school.add(figure(stage, "classes_by_form", stated));
          isDecided = true;
          expected.put(stage, stated);
        }
        all += expected.getOrDefault(stage, 0L);
      }
      school.add(figure("_T", "classes", records));
      Collections.shuffle(school, random);
      Map<String, Figure> classes = decided(school, "classes");
      for (String stage : STAGES) {
        assertThat(Optional.ofNullable(classes.get(stage)).map(f -> f.value().longValueExact()))
            .isEqualTo(Optional.ofNullable(expected.get(stage)));
      }
      assertFigure(classes.get("_T"), all, isDecided ? records : null);
    }
  }
}
