package io.junheng.table;

/** A column of one of our own tables. Its name, type and meaning are written once, here. */
public interface TableColumn {
  /** The name in the table: ASCII snake_case. */
  String columnName();

  ColumnType type();

  /** What the column is called in Chinese. */
  String zh();

  /** What the column is called in English. */
  String en();

  /** The unit of a number; empty where it has none or where another column says it. */
  String unit();

  /** What a reader could not guess, in both languages; may be empty. */
  String note();

  /** The comment that is stored with the column: {@code 中文名｜English name｜unit｜note}. */
  default String comment() {
    return String.join("｜", zh(), en(), unit(), note());
  }
}
