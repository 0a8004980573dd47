package io.junheng.table;

/**
 * What tables of layer {@code release} have before the columns of gold, and published tables behind
 * them; null in a published row that no release holds.
 */
public enum ReleaseColumn implements OwnColumn {
  RELEASE_ID(Shared.RELEASE_ID);

  private final Meaning meaning;

  ReleaseColumn(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
