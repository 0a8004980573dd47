/**
 * Measures of the spread between units: the coefficient of variation of the regulations, and the
 * kit beside it (Gini, generalised entropy with Theil's T and L, Atkinson, McLoone, Verstegen,
 * ratios of quantiles), with their parts within and between groups. Plain Java, numbers in and
 * numbers out: {@code indicator} works counties out with it, {@code config} the examples of
 * definitions.
 */
package io.junheng.dispersion;
