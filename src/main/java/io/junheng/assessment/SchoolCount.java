package io.junheng.assessment;

import java.util.Objects;

/**
 * Schools of any kind that a county has in a single stage; under {@code _T} only where their stages
 * are not told. Key: county, stage.
 */
public record SchoolCount(String county, String stage, int schools) {
  public SchoolCount {
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(stage, "stage");
    if (schools < 0) {
      throw new IllegalArgumentException("%s %s: %d schools".formatted(county, stage, schools));
    }
  }
}
