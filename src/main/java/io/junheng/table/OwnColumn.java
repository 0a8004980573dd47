package io.junheng.table;

import java.util.Locale;

/** A column that is a constant of its table's enum: its name is the constant's, in lower case. */
interface OwnColumn extends TableColumn {
  /** The constant's name. */
  String name();

  Meaning meaning();

  @Override
  default String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  default ColumnType type() {
    return meaning().type();
  }

  @Override
  default String zh() {
    return meaning().zh();
  }

  @Override
  default String en() {
    return meaning().en();
  }

  @Override
  default String unit() {
    return meaning().unit();
  }

  @Override
  default String note() {
    return meaning().note();
  }
}
