/**
 * Times of our work held against those of another tool, in one run on one machine; results are
 * compared before times. Started by {@code jobs/bench}, never by the tests.
 */
package io.junheng.bench;
