/**
 * What is published: gold frozen under a number, with a manifest that says what it was made from,
 * the states that it goes through, the gate before it, and what differs between two releases.
 *
 * <p>Comes after {@code assessment} and before publications, which read the rows of a release in
 * place of gold. Everything here is plain Java over {@code lake}; no Spark session is needed.
 */
package io.junheng.release;
