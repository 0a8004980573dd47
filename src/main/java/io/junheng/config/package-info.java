/**
 * Reads {@code conf/} whole and turns it into a {@link io.junheng.definition.Catalogue}, or into
 * all problems at once.
 *
 * <p>The way of a file: {@link io.junheng.config.ConfFiles} finds it and keeps the places of its
 * nodes; {@link io.junheng.config.ShapeCheck} holds it against the {@link io.junheng.config.Shape}
 * of its kind (the same shapes give the JSON Schemas); one reader for each kind looks up
 * references, has expressions checked by {@link io.junheng.config.SqlCheck} and builds the
 * definitions. Nothing here starts Spark; its SQL parser and analyser are loaded with the first
 * expression.
 */
package io.junheng.config;
