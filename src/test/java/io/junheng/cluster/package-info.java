/**
 * The way from the command line to a running JVM: {@code jobs/junheng}, and a Spark cluster of real
 * processes on this machine for what only shows between processes.
 */
package io.junheng.cluster;
