/**
 * Figures to indicators: values of schools and areas, the spread between schools, and each school
 * held against the standards.
 *
 * <p>Comes after {@code measure} and before {@code assessment}. Everything starts from the {@link
 * io.junheng.indicator.SchoolPanel}: one row for each school and stage, with all that a formula,
 * scope or limit needs. Formulas over the schools of one county and over the areas of one indicator
 * are plain Java ({@link io.junheng.dispersion.Dispersion}, {@link
 * io.junheng.indicator.CompareAreas}).
 */
package io.junheng.indicator;
