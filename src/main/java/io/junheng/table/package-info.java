/**
 * The columns of our own tables (gold, ops): name, type, comment, key. One enum per table, whose
 * constants are its columns; {@link io.junheng.table.Tables} lists the tables.
 *
 * <p>Steps end in a {@code select} of these columns; {@code lake} makes the Delta tables from them.
 * Nothing here knows Spark.
 */
package io.junheng.table;
