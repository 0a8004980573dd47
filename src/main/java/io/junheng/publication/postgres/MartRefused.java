package io.junheng.publication.postgres;

import io.junheng.definition.Text;

/** The database is not one to publish to; says why and what to do. */
public final class MartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a publication is refused. */
  public enum Reason {
    /** Another publication is under way. */
    BUSY,
    /** The database, or the account, is the wrong one. */
    WRONG_PLACE
  }

  private final Reason reason;
  private final transient Text text;

  MartRefused(Reason reason, Text text) {
    super(text.en());
    this.reason = reason;
    this.text = text;
  }

  /** The database holds results for somebody else. */
  public static MartRefused ofAudience(String there, String wanted) {
    return new MartRefused(
        Reason.WRONG_PLACE,
        new Text(
            "该数据库存放的是 %s 的结果,不能再发布 %s 的;请用另一个数据库。".formatted(there, wanted),
            "This database holds results for %s, so none for %s go there. Use another database."
                .formatted(there, wanted)));
  }

  public Reason reason() {
    return reason;
  }

  public Text text() {
    return text;
  }
}
