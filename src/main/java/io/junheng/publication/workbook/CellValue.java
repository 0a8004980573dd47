package io.junheng.publication.workbook;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a cell holds and how it looks.
 *
 * @param content a text or a number; empty leaves the cell blank
 */
public record CellValue(Optional<Object> content, Look look) {
  private static final String ABSENT = "—";

  public static CellValue text(String text) {
    return new CellValue(Optional.of(text), Look.of(Look.Kind.TEXT));
  }

  public static CellValue centred(String text) {
    return new CellValue(Optional.of(text), Look.of(Look.Kind.CENTRED));
  }

  public static CellValue header(String text) {
    return new CellValue(Optional.of(text), Look.of(Look.Kind.HEADER));
  }

  /** A number; a dash where there is none. */
  public static CellValue number(Optional<? extends Number> number, String format) {
    return number
        .map(value -> new CellValue(Optional.of(value), Look.number(format)))
        .orElse(absent());
  }

  /** A number for those who go on computing: blank where there is none. */
  public static CellValue plain(Optional<? extends Number> number, String format) {
    return new CellValue(number.map(value -> value), Look.number(format));
  }

  /** A sign and what it means. */
  public static CellValue signed(Sign sign, String text) {
    return centred(text.isEmpty() ? sign.mark() : sign.mark() + " " + text);
  }

  /** That there is no value. */
  public static CellValue absent() {
    return centred(ABSENT).with(Look.Tone.MUTED);
  }

  public CellValue with(Look.Tone tone) {
    return new CellValue(content, look.with(tone));
  }

  /** In the middle of its cell. */
  public CellValue centred() {
    return new CellValue(content, new Look(Look.Kind.CENTRED, look.tone(), look.format()));
  }

  /** A format with so many decimals and thousands set apart. */
  public static String decimals(int decimals) {
    return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
  }

  /** A number with no fewer than so many decimals, and no more than it needs beyond. */
  public static String plain(BigDecimal number, int least) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < least ? stripped.setScale(least) : stripped).toPlainString();
  }
}
