/** The {@code conf/} that is shipped, held against the regulations that it stands for. */
package io.junheng.shipped;
