package io.junheng.table;

/** What a column holds and how it is called. Notes are given as {@code 中文 · English}. */
record Meaning(ColumnType type, String zh, String en, String note, String unit) {

  static Meaning text(String zh, String en) {
    return new Meaning(ColumnType.TEXT, zh, en, "", "");
  }

  static Meaning text(String zh, String en, String note) {
    return new Meaning(ColumnType.TEXT, zh, en, note, "");
  }

  static Meaning integer(String zh, String en) {
    return new Meaning(ColumnType.INTEGER, zh, en, "", "");
  }

  static Meaning integer(String zh, String en, String note) {
    return new Meaning(ColumnType.INTEGER, zh, en, note, "");
  }

  static Meaning integer(String zh, String en, String note, String unit) {
    return new Meaning(ColumnType.INTEGER, zh, en, note, unit);
  }

  static Meaning whole(String zh, String en) {
    return new Meaning(ColumnType.LONG, zh, en, "", "");
  }

  static Meaning whole(String zh, String en, String note) {
    return new Meaning(ColumnType.LONG, zh, en, note, "");
  }

  static Meaning whole(String zh, String en, String note, String unit) {
    return new Meaning(ColumnType.LONG, zh, en, note, unit);
  }

  static Meaning quantity(String zh, String en) {
    return new Meaning(ColumnType.QUANTITY, zh, en, "", "");
  }

  static Meaning quantity(String zh, String en, String note) {
    return new Meaning(ColumnType.QUANTITY, zh, en, note, "");
  }

  static Meaning quantity(String zh, String en, String note, String unit) {
    return new Meaning(ColumnType.QUANTITY, zh, en, note, unit);
  }

  static Meaning fraction(String zh, String en) {
    return new Meaning(ColumnType.DOUBLE, zh, en, "", "");
  }

  static Meaning fraction(String zh, String en, String note) {
    return new Meaning(ColumnType.DOUBLE, zh, en, note, "");
  }

  static Meaning fraction(String zh, String en, String note, String unit) {
    return new Meaning(ColumnType.DOUBLE, zh, en, note, unit);
  }

  static Meaning flag(String zh, String en) {
    return new Meaning(ColumnType.BOOLEAN, zh, en, "", "");
  }

  static Meaning flag(String zh, String en, String note) {
    return new Meaning(ColumnType.BOOLEAN, zh, en, note, "");
  }

  static Meaning date(String zh, String en) {
    return new Meaning(ColumnType.DATE, zh, en, "", "");
  }

  static Meaning date(String zh, String en, String note) {
    return new Meaning(ColumnType.DATE, zh, en, note, "");
  }

  static Meaning timestamp(String zh, String en, String note) {
    return new Meaning(ColumnType.TIMESTAMP, zh, en, note, "");
  }
}
