/** Holds the pages that people read against what they speak of. */
package io.junheng.docs;
