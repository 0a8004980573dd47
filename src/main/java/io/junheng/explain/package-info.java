/**
 * A number told: formula with its figures, inputs, schools, standard and clause, verdict and place,
 * what changed, and the files that it rests on. Plain Java over rows that a job hands over.
 */
package io.junheng.explain;
