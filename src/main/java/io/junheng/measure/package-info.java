/**
 * Silver rows to figures that add up: all measures of a source in one reading, mixed schools split
 * by stage, schools summed to counties.
 *
 * <p>Comes after {@code intake} and before {@code indicator}; writes {@code gold.school_measure}
 * and {@code gold.county_measure}. Plain Java within Spark's tasks: rows are tallied where they are
 * read ({@code TallyRows}), tallies meet by county ({@code CountyTallies}), and a county's figures
 * and those of its schools are made there together ({@link io.junheng.measure.MeasureCounties}).
 */
package io.junheng.measure;
