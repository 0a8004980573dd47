package io.junheng.job;

import java.time.Duration;

/**
 * How long what is no longer current stays.
 *
 * @param versions files that only older versions of tables need; at least a week, and as long as a
 *     release needs them
 * @param logs log files and Spark's event logs
 * @param runs states of runs; their rows in {@code ops.run} stay for good
 */
public record Retention(Duration versions, Duration logs, Duration runs) {}
