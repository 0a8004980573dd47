/**
 * A folder of pages that opens in any browser without a server or a network: the pages themselves
 * lie among the resources; {@link io.junheng.publication.site.Site} puts the rows and definitions
 * beside them, as scripts that assign, because a page opened from a disk may not read files. A page
 * shows what it is given and works nothing out; names only ever become text, never markup.
 */
package io.junheng.publication.site;
