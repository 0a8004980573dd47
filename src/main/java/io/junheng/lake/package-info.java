/**
 * The lake: Delta tables by name, replaced atomically, one commit per table and run; the archive of
 * delivered files; the ledger of runs; the lease that keeps two runs from the same work; a table as
 * one file.
 *
 * <p>Everything lies below one root, local or on any file system that Hadoop knows: {@code
 * silver/}, {@code gold/}, {@code ops/}, {@code archive/}, {@code runs/}, {@code leases/}. Only
 * this package knows Delta.
 */
package io.junheng.lake;
