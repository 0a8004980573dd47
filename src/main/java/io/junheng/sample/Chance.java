package io.junheng.sample;

import java.util.SplittableRandom;

/**
 * Draws that depend on what they are for and on nothing else: not on the order of drawing, on
 * threads or on the other counties.
 */
record Chance(long seed) {
  /** A generator of its own for a topic and its keys. */
  SplittableRandom random(String topic, long... keys) {
    return new SplittableRandom(mixed(topic, keys));
  }

  /** A number from 0 to below 1. */
  double unit(String topic, long... keys) {
    return (mixed(topic, keys) >>> 11) * 0x1.0p-53;
  }

  /** A number from {@code low} to below {@code high}. */
  double between(double low, double high, String topic, long... keys) {
    return low + (high - low) * unit(topic, keys);
  }

  private long mixed(String topic, long... keys) {
    long state = mix(seed ^ topic.hashCode() * 0x9E3779B97F4A7C15L);
    for (long key : keys) {
      state = mix(state + key * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }
    return state;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
