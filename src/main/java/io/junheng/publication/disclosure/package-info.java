/**
 * What an audience may see of gold: {@link io.junheng.publication.disclosure.ForAudience} stands
 * between the rows of a lake and whatever publishes them. Rows of others go, withheld cells and
 * small counts become null, and so do those cells from which they could be worked out.
 */
package io.junheng.publication.disclosure;
