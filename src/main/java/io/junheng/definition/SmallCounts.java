package io.junheng.definition;

/**
 * From which figures somebody could be recognised; peers and the public do not see them.
 *
 * @param people numbers of people from 1 to below this are hidden
 * @param units figures that rest on fewer schools, and means of fewer counties, are hidden
 */
public record SmallCounts(int people, int units) {
  /** Where an environment says nothing. */
  public static final SmallCounts USUAL = new SmallCounts(10, 3);

  public SmallCounts {
    if (people < 1 || units < 1) {
      throw new IllegalArgumentException("small_counts: both are at least 1");
    }
  }
}
