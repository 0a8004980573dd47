/**
 * SQL expressions of {@code conf/} as Spark's tasks work them out, row by row, without a plan.
 *
 * <p>Beneath {@code intake.check}, {@code measure} and {@code indicator}.
 */
package io.junheng.expression;
