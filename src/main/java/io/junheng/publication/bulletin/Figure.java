package io.junheng.publication.bulletin;

/**
 * A number of the bulletin.
 *
 * @param text as it is printed
 * @param source the rows that it comes from: table, conditions, column
 */
record Figure(String text, String source) {}
