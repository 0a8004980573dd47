/**
 * Figures to indicators: values of schools and areas, the spread between schools, and each school
 * held against the standards.
 *
 * <p>Comes after {@code measure} and before {@code assessment}. Everything starts from the {@link
 * io.junheng.indicator.SchoolPanel}: one row for each school and stage, with all that a formula,
 * scope or limit needs. Spreads of a county's schools ({@link io.junheng.dispersion.Dispersion})
 * are plain Java within Spark's tasks, and so are the sums of schools ({@link
 * io.junheng.indicator.SumSchools}); the indicators of areas are plain Java over these sums ({@link
 * io.junheng.indicator.EvaluateAreas}, then {@link io.junheng.indicator.DeriveFigures}, then {@link
 * io.junheng.indicator.CompareAreas}).
 */
package io.junheng.indicator;
