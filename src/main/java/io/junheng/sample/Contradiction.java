package io.junheng.sample;

import java.util.Map;
import java.util.Optional;

/**
 * Cells of a row that contradict each other.
 *
 * @param check id of the contract's check that must fail
 * @param cells what is written into which delivered column
 */
record Contradiction(String check, Map<String, String> cells) {
  private static final Map<String, Contradiction> BY_DATASET =
      Map.of(
          "student",
          new Contradiction(
              "P-012", Map.of("is_migrant", "否", "is_migrant_eligible", "是", "place_kind", "")),
          "teacher",
          new Contradiction("T-011", Map.of("backbone_level", "县级", "is_full_time", "否")),
          "teacher_assignment",
          new Contradiction("A-011", Map.of("share", "0")),
          "school",
          new Contradiction(
              "S-011", Map.of("indoor_sports_area_m2", "150000", "teaching_area_m2", "1")),
          "survey",
          new Contradiction("V-011", Map.of("satisfied", "2", "valid_answers", "1")),
          "county_statistic",
          new Contradiction("C-011", Map.of("value", "-1")));

  static Contradiction of(String dataset) {
    return Optional.ofNullable(BY_DATASET.get(dataset))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dataset '%s' has no columns that could contradict each other"
                        .formatted(dataset)));
  }
}
