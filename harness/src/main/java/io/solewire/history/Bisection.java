package io.solewire.history;

import java.util.function.IntPredicate;

/** Finds a place in what is sorted, in O(log n). Stateless. */
public final class Bisection {

  private Bisection() {}

  /**
   * The first place from which on a condition holds.
   *
   * @param size how many places there are
   * @param holds false up to some place, and true from there on
   * @return {@code size} if it holds nowhere
   */
  public static int first(int size, IntPredicate holds) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
