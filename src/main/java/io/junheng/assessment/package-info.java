/**
 * From county indicators to verdicts, scores, places and the league table: pure functions over
 * values that fit in memory.
 *
 * <p>A job gathers one period's figures into a {@link io.junheng.assessment.Panel} and hands it to
 * {@link io.junheng.assessment.Assess}; what comes back is shaped like the gold tables {@code
 * framework_item}, {@code county_verdict}, {@code county_score}, {@code county_ranking} and {@code
 * league_table}. Nothing here reads, writes or knows of Spark, and the order in which rows are
 * handed over changes nothing.
 *
 * <p>Limits are compared unrounded: a ratio as {@code numerator × times} against {@code limit ×
 * denominator} in decimal. What is missing stays unknown and is never taken for met.
 */
package io.junheng.assessment;
