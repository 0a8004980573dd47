package io.junheng.definition;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How many rows of a file may break a rule before the whole file is refused.
 *
 * @param rows so many rows at most; empty: any number
 * @param share so large a part of the file's rows at most, 0 to 1; empty: any part
 */
public record Threshold(Optional<Long> rows, Optional<BigDecimal> share) {
  /** The first row is one too many. */
  public static final Threshold NO_ROW = new Threshold(Optional.of(0L), Optional.empty());

  public Threshold {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(share, "share");
    if (rows.filter(most -> most < 0).isPresent()) {
      throw new IllegalArgumentException("a number of rows is not below 0");
    }
    boolean isShare =
        share.map(most -> most.signum() >= 0 && most.compareTo(BigDecimal.ONE) <= 0).orElse(true);
    if (!isShare) {
      throw new IllegalArgumentException("a share lies between 0 and 1");
    }
  }

  /** Whether so many of the rows read are too many. */
  public boolean isExceeded(long broken, long read) {
    boolean tooMany = rows.map(most -> broken > most).orElse(false);
    boolean tooLarge =
        share
            .map(
                most ->
                    BigDecimal.valueOf(broken).compareTo(most.multiply(new BigDecimal(read))) > 0)
            .orElse(false);
    return tooMany || tooLarge;
  }

  /** What is allowed, in words. */
  public Text allowed() {
    Optional<Text> inRows = rows.map(most -> new Text(most + "行", most + " rows"));
    Optional<Text> inShare =
        share.map(
            most -> Text.same(most.movePointRight(2).stripTrailingZeros().toPlainString() + " %"));
    return inRows
        .map(
            r ->
                inShare
                    .map(s -> new Text(r.zh() + "或" + s.zh(), r.en() + " or " + s.en()))
                    .orElse(r))
        .or(() -> inShare)
        .orElse(new Text("不限", "any number"));
  }
}
