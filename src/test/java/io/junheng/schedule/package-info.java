/** Holds the schedules of {@code jobs/schedules} against what cron understands. */
package io.junheng.schedule;
