/** Explanations over a handful of rows in memory. */
package io.junheng.explain;
