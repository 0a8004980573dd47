/**
 * What a spark-submit does: reads, calls steps, writes. Storage, time and chance enter here and
 * nowhere below.
 *
 * <p>{@code IngestJob} takes landing files to silver, {@code ComputeJob} silver to gold in four
 * steps ({@code MeasureStep}, {@code IndicatorStep}, {@code AssessmentStep}, {@code
 * DimensionStep}), {@code RunJob} does both. Here are also the hand-overs from Spark to plain Java:
 * sums of counties to their indicators ({@code AreaFigures}), indicators to {@code assessment}
 * ({@code HandOver}).
 */
package io.junheng.job;
