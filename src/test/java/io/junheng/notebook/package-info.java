/** Holds that every notebook of {@code notebooks/} still runs on the tables as they are. */
package io.junheng.notebook;
