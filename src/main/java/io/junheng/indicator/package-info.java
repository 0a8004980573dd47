/**
 * Figures to indicators: values of schools and areas, the spread between schools, and each school
 * held against the standards.
 *
 * <p>Comes after {@code measure} and before {@code assessment}. Everything starts from the {@code
 * SchoolPanel}: one row for each school and stage, with all that a formula, scope or limit needs.
 * What is made of a county's schools is plain Java within Spark's tasks ({@link
 * io.junheng.indicator.EvaluateCounties}), county by county: values, spreads ({@link
 * io.junheng.dispersion.Dispersion}), tests, verdicts, and sums ({@link
 * io.junheng.indicator.SumSchools}). The indicators of areas are plain Java over these sums ({@link
 * io.junheng.indicator.EvaluateAreas}, then {@link io.junheng.indicator.DeriveFigures}, then {@link
 * io.junheng.indicator.CompareAreas}).
 */
package io.junheng.indicator;
