/**
 * The bulletin: a draft in Word from gold and the register of deliveries. Each number has a mark,
 * and a list at the end says which rows it comes from. What the lake does not hold is named, not
 * made up.
 */
package io.junheng.publication.bulletin;
