/**
 * What a spark-submit does: reads, calls steps, writes. Storage, time and chance enter here and
 * nowhere below.
 *
 * <p>{@code IngestJob} takes landing files to silver, {@code ComputeJob} silver to gold, {@code
 * RunJob} does both. Here is also the one hand-over from Spark to the plain-Java {@code
 * assessment}.
 */
package io.junheng.job;
