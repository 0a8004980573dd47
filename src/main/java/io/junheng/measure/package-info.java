/**
 * Silver rows to figures that add up: all measures of a source in one aggregation, mixed schools
 * split by stage, schools summed to counties.
 *
 * <p>Comes after {@code intake} and before {@code indicator}; writes {@code gold.school_measure}
 * and {@code gold.county_measure}. What is large is aggregated by Spark; what is worked out within
 * one school is plain Java over its few figures.
 */
package io.junheng.measure;
