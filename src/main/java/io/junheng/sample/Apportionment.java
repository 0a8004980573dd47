package io.junheng.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whole numbers in proportion to weights that add up exactly (largest remainders; the first of
 * equals is served first).
 */
final class Apportionment {
  private Apportionment() {}

  static int[] of(int total, double... weights) {
    double sum = Arrays.stream(weights).sum();
    int[] shares = new int[weights.length];
    if (sum <= 0) {
      return shares;
    }
    double[] rest = new double[weights.length];
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      double exact = total * weights[i] / sum;
      shares[i] = (int) Math.floor(exact);
      rest[i] = exact - shares[i];
      given += shares[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -rest[i]).thenComparing(i -> i))
        .limit(total - given)
        .forEach(i -> shares[i]++);
    return shares;
  }

  /**
   * The same with a highest share for each part. What is cut off goes to the parts that have room;
   * if none has, the last takes it.
   */
  static int[] upTo(int[] most, int total, double... weights) {
    int[] shares = new int[weights.length];
    double[] open = weights.clone();
    int left = total;
    while (left > 0 && Arrays.stream(open).sum() > 0) {
      int[] more = of(left, open);
      for (int i = 0; i < shares.length; i++) {
        int taken = Math.min(more[i], most[i] - shares[i]);
        shares[i] += taken;
        left -= taken;
        if (shares[i] >= most[i]) {
          open[i] = 0;
        }
      }
    }
    if (shares.length > 0) {
      shares[shares.length - 1] += left;
    }
    return shares;
  }
}
