/**
 * What leaves the lake: a database, workbooks, files and pages. Each kind has a package of its own;
 * what they share stands here: the rows to publish ({@link io.junheng.publication.Gold}) and how
 * their cells are read. A publication reads nothing but the rows that a job hands over, needs no
 * Spark session, and never leaves half a result behind.
 */
package io.junheng.publication;
