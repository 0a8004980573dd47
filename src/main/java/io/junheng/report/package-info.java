/**
 * What operators and reviewers are handed beside the lake: the report of a run, and what differs
 * between two releases, as a page or a workbook.
 *
 * <p>Plain Java over values that others have read. A page is one file: it loads nothing, runs no
 * script, and holds both languages; the reader chooses.
 */
package io.junheng.report;
