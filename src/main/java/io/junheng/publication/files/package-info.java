/**
 * A folder of files: every table of gold as CSV and Parquet, the workbooks, a dictionary, a readme
 * and checksums. The folder appears whole or not at all, and the same rows give the same bytes.
 */
package io.junheng.publication.files;
