/**
 * Judges what {@code intake.format} has read: row conditions of the contract, area and period, then
 * for each file how many rows were read and set aside and whether the file is taken. Rows in, rows
 * out; the job collects the one summary.
 */
package io.junheng.intake.check;
