/** Holds the site: its bytes without a browser, its pages in one. */
package io.junheng.publication.site;
