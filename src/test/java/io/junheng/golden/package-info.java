/**
 * A made-up city of four counties, small enough to work out by hand, from landing files to league
 * tables. The files and their answers lie in {@code src/test/resources/golden}; its README says
 * what is planted where, and how the main answers are worked out.
 */
package io.junheng.golden;
