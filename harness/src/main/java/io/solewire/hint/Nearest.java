package io.solewire.hint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one is nearest to. Stateless. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /**
   * Suggests names.
   *
   * @param typed what was typed; asterisks are passed over
   * @param known the names that exist
   * @return such as {@code "; did you mean conform or check?"}; empty if none is near
   */
  public static String suggestion(String typed, Collection<String> known) {
    List<String> near = to(typed, known);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /**
   * Finds the names themselves.
   *
   * @param typed what was typed; asterisks are passed over
   * @param known the names that exist
   * @return the nearest ones, all equally near, at most three; none if none is near
   */
  public static List<String> to(String typed, Collection<String> known) {
    String plain = typed.replace("*", "").toLowerCase(Locale.ROOT);
    int least =
        known.stream().mapToInt(name -> distance(plain, name)).min().orElse(Integer.MAX_VALUE);
    if (least > Math.max(1, plain.length() / 3)) {
      return List.of();
    }
    return known.stream()
        .filter(name -> distance(plain, name) == least)
        .sorted(Comparator.naturalOrder())
        .limit(MOST)
        .toList();
  }

  /** How many letters to change, add, drop or swap; what follows a beginning costs nothing. */
  private static int distance(String typed, String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (typed.length() > 2 && known.startsWith(typed)) {
      return 0;
    }
    int[][] cost = new int[typed.length() + 1][known.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= known.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, typed, known, i, j);
      }
    }
    return cost[typed.length()][known.length()];
  }

  private static int cheapest(int[][] cost, String typed, String known, int i, int j) {
    boolean same = typed.charAt(i - 1) == known.charAt(j - 1);
    int best = cost[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == known.charAt(j - 2)
            && typed.charAt(i - 2) == known.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
