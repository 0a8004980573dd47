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
import org.junit.jupiter.api.Test;

class DecideByFormsTest {
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  private static final List<String> STAGES = List.of("primary", "junior", "senior");

  private static Figure figure(String stage, String measure, long value) {
    return new Figure(stage, measure, BigDecimal.valueOf(value));
  }

  private static Map<String, Figure> decided(List<Figure> school, String measure) {
    Map<String, Figure> byStage = new HashMap<>();
    for (Figure figure :
        new SplitMixedSchools(CATALOGUE).apply(new DecideByForms(CATALOGUE).apply(school))) {
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
    Map<String, Figure> teachers =
        decided(
            List.of(
                figure("primary", "teachers", 40),
                figure("junior", "teachers", 30),
                figure("_T", "teachers", 71),
                figure("primary", "teachers_by_form", 42),
                figure("_T", "teachers_by_form", 42)),
            "teachers");
    assertFigure(teachers.get("primary"), 42, 40L);
    assertFigure(teachers.get("junior"), 30, null);
    // One teacher's stage is not known.
    assertFigure(teachers.get("_T"), 73, 71L);
    assertFigure(teachers.get("compulsory"), 72, 70L);
  }

  @Test
  void aFormWithoutRecordsStandsBesideNothing() {
    Map<String, Figure> teachers =
        decided(
            List.of(figure("junior", "teachers_by_form", 9), figure("_T", "teachers_by_form", 9)),
            "teachers");
    assertFigure(teachers.get("junior"), 9, 0L);
    assertFigure(teachers.get("_T"), 9, 0L);
  }

  @Test
  void aTotalAloneDecidesNothing() {
    Map<String, Figure> teachers =
        decided(
            List.of(
                figure("primary", "teachers", 40),
                figure("_T", "teachers", 40),
                figure("_T", "teachers_by_form", 50)),
            "teachers");
    assertFigure(teachers.get("primary"), 40, null);
    assertFigure(teachers.get("_T"), 40, null);
  }

  @Test
  void resourcesAreSharedByThePupilsOfTheForm() {
    Map<String, Figure> area =
        decided(
            List.of(
                figure("primary", "pupils", 100),
                figure("junior", "pupils", 100),
                figure("_T", "pupils", 200),
                figure("junior", "pupils_by_form", 200),
                figure("_T", "pupils_by_form", 200),
                figure("_T", "equipment_value_yuan", 320)),
            "equipment_value_yuan");
    assertFigure(area.get("primary"), 100, null);
    assertFigure(area.get("junior"), 220, null);
  }

  @Test
  void whateverFormsSayTheTotalIsTheSumOfItsStages() {
    Random random = new Random(8);
    for (int i = 0; i < 500; i++) {
      List<Figure> school = new ArrayList<>();
      Map<String, Long> expected = new HashMap<>();
      long all = 0;
      long records = 0;
      for (String stage : STAGES) {
        long counted = random.nextInt(60);
        if (random.nextInt(5) > 0) {
          school.add(figure(stage, "classes", counted));
          records += counted;
          expected.put(stage, counted);
        }
        if (random.nextBoolean()) {
          long stated = random.nextInt(60);
          school.add(figure(stage, "classes_by_form", stated));
          expected.put(stage, stated);
        }
        all += expected.getOrDefault(stage, 0L);
      }
      if (records > 0) {
        school.add(figure("_T", "classes", records));
      }
      boolean isDecided = school.stream().anyMatch(f -> f.measure().equals("classes_by_form"));
      Collections.shuffle(school, random);
      Map<String, Figure> classes = decided(school, "classes");
      for (String stage : STAGES) {
        assertThat(Optional.ofNullable(classes.get(stage)).map(f -> f.value().longValueExact()))
            .isEqualTo(Optional.ofNullable(expected.get(stage)));
      }
      if (isDecided || records > 0) {
        assertFigure(classes.get("_T"), all, isDecided ? records : null);
      }
    }
  }
}
