/**
 * Workbooks (XLSX): league tables of a framework, and a county's results. Rows of gold in, bytes
 * out; the same rows give the same bytes. Numbers are stored unrounded as numbers and shown
 * rounded; texts are never taken for formulas; what a colour says, a sign beside it says too.
 */
package io.junheng.publication.workbook;
