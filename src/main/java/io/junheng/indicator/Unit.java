package io.junheng.indicator;

import java.io.Serializable;

/**
 * What a figure is about.
 *
 * @param period number of the period
 * @param area code of a county or of an area above
 * @param stage a stage, a group of stages or the total
 */
public record Unit(int period, String area, String stage, String indicator)
    implements Serializable {}
