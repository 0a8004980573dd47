/**
 * What {@code conf/} says, as values that are valid once they exist: contracts, measures,
 * indicators, frameworks, areas and stages, gathered in a {@link io.junheng.definition.Catalogue}.
 *
 * <p>Everything else leans on this package; it leans on nothing but the JDK. Expressions are kept
 * as SQL text together with the names that they read; whether they are sound is decided once, in
 * {@code config}, before anything starts.
 */
package io.junheng.definition;
