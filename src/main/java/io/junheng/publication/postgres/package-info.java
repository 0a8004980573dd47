/**
 * The mart: gold in a PostgreSQL database, for BI tools and SQL. {@link
 * io.junheng.publication.postgres.PublishToMart} makes the tables from their definitions, loads
 * into temporary tables with COPY and changes what differs in one transaction, so that a reader
 * sees the old or the new whole and whatever users built on the tables stays.
 */
package io.junheng.publication.postgres;
