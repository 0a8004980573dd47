package io.junheng.release;

import io.junheng.definition.Text;
import java.util.Locale;
import java.util.Set;

/** What a release goes through, in this order; it may be withdrawn at any time. */
public enum ReleaseState {
  DRAFT("草稿", "draft"),
  /** 征求意见: counties and departments look at it. */
  COMMENT("征求意见", "out for comment"),
  APPROVED("已批准", "approved"),
  /** Approved, and kept back until a point in time. */
  EMBARGOED("待解禁", "under embargo"),
  PUBLISHED("已公布", "published"),
  /** Published, and a newer release stands in its place; it stays readable. */
  AMENDED("已修订", "amended"),
  WITHDRAWN("已撤回", "withdrawn");

  private final Text title;

  ReleaseState(String zh, String en) {
    this.title = new Text(zh, en);
  }

  public Text title() {
    return title;
  }

  /** The states that may follow. */
  public Set<ReleaseState> next() {
    return switch (this) {
      case DRAFT -> Set.of(COMMENT, WITHDRAWN);
      case COMMENT -> Set.of(APPROVED, WITHDRAWN);
      case APPROVED -> Set.of(EMBARGOED, PUBLISHED, WITHDRAWN);
      case EMBARGOED -> Set.of(EMBARGOED, PUBLISHED, WITHDRAWN);
      case PUBLISHED -> Set.of(AMENDED, WITHDRAWN);
      case AMENDED -> Set.of(WITHDRAWN);
      case WITHDRAWN -> Set.of();
    };
  }

  /** Whether the gate has to be open for it. */
  public boolean isGated() {
    return this == APPROVED || this == EMBARGOED || this == PUBLISHED;
  }

  /** Whether everybody may read its figures. */
  public boolean isOpen() {
    return this == PUBLISHED || this == AMENDED;
  }

  /** The word in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReleaseState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
