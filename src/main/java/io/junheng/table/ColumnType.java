package io.junheng.table;

/** Types of the columns of our own tables; {@code lake} maps them to Spark's. */
public enum ColumnType {
  TEXT,
  /** 32 bits. */
  INTEGER,
  /** 64 bits. */
  LONG,
  /** DECIMAL(28, 10): delivered quantities, their sums, limits, points. */
  QUANTITY,
  /** Results of a division. */
  DOUBLE,
  BOOLEAN,
  DATE,
  /** A point in time, UTC. */
  TIMESTAMP
}
