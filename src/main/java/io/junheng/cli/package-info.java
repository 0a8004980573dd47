/**
 * The commands, on the screen of whoever types them. Data goes to the output stream, talk to the
 * error stream, both in UTF-8; what a command does stands in {@code job}.
 *
 * <p>Nothing here touches Spark: a command that needs it opens a {@link io.junheng.job.Session},
 * and the others start at once.
 */
package io.junheng.cli;
