package io.junheng.explain;

/** A figure that is told. */
record IndicatorAtStage(String indicator, String stage) {}
