package io.solewire.load.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All bounds on what a generator may see of itself, in the order in which they tell: what has run
 * out, then what was too busy, then what that did to the numbers. Stateless.
 */
public final class Bounds {

  private static final List<Function<Seen, Optional<String>>> ENDS =
      List.of(Resources::descriptors, Resources::ports, Resources::conntrack);

  private static final List<Function<Seen, Optional<String>>> ALL =
      List.of(
          Resources::descriptors,
          Resources::ports,
          Resources::conntrack,
          Resources::backlog,
          Processors::own,
          Processors::stolen,
          Processors::shared,
          Pauses::collection,
          Pauses::compilation,
          Lag::headline);

  private Bounds() {}

  /**
   * Looks at everything.
   *
   * @param seen what the generator saw of itself, and what it measured
   * @return for each bound that is exceeded one text that names the number, the bound and what to
   *     change; none if the numbers can be trusted
   */
  public static List<String> exceeded(Seen seen) {
    return exceeded(ALL, seen);
  }

  /**
   * Looks at what has an end and, once it is reached, keeps connects from everybody, whatever the
   * rate is by then: descriptors, ports, and the table of connections.
   *
   * @param seen what the generator saw of itself
   * @return the same as {@link #exceeded(Seen)}, of these bounds
   */
  public static List<String> exhausted(Seen seen) {
    return exceeded(ENDS, seen);
  }

  private static List<String> exceeded(List<Function<Seen, Optional<String>>> bounds, Seen seen) {
    List<String> reasons = new ArrayList<>();
    bounds.forEach(bound -> bound.apply(seen).ifPresent(reasons::add));
    return reasons;
  }
}
