/**
 * Junheng turns the school, teacher and student records that counties report into indicators,
 * verdicts and ranked league tables.
 *
 * <p>Data goes one way: {@code intake → measure → indicator → assessment → release → publication}.
 * {@code job} wires the steps, {@code cli} offers them as commands; {@code definition}, {@code
 * config}, {@code expression}, {@code table} and {@code lake} lie beneath.
 */
package io.junheng;
