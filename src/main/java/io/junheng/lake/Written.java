package io.junheng.lake;

/**
 * What a write left behind.
 *
 * @param version the table's version after it
 * @param rows rows written, or kept where nothing changed
 * @param changed false where the stored rows were the same already and nothing was written
 */
public record Written(String table, long version, long rows, boolean changed) {}
