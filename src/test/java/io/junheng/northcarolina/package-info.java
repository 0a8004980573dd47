/**
 * The whole job on real schools with published results. Nothing here knows how a figure is worked
 * out: {@code conf/north-carolina} under the test resources does, and the published files say what
 * has to come out.
 */
package io.junheng.northcarolina;
