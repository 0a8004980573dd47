package io.junheng.publication.postgres;

/**
 * A column of a view.
 *
 * @param expression what it shows
 * @param comment as columns of tables have it
 */
record ViewColumn(String name, String expression, String comment) {}
