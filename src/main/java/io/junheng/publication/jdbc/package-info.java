/**
 * Gold in other databases than PostgreSQL: tables and views as a {@link
 * io.junheng.definition.Dialect} writes them, all rows replaced in one transaction, over a driver
 * that the user brings. No row security, no foreign keys: who needs these takes PostgreSQL.
 */
package io.junheng.publication.jdbc;
