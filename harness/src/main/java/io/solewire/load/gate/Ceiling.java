package io.solewire.load.gate;

import io.solewire.result.Capacity;
import io.solewire.result.LoadResult;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How much more a number may be than what was found. Immutable.
 *
 * @param most it is not more than this
 * @param why it may be more
 */
record Ceiling(BigDecimal most, String why) {

  private static final String MORE = "it may be more: ";

  /** Of a capacity; empty if none was looked for. */
  static Optional<Ceiling> of(LoadResult load, ToDoubleFunction<Capacity> most) {
    return Optional.ofNullable(load.capacity())
        .map(found -> new Ceiling(number(most.applyAsDouble(found)), MORE + why(found)));
  }

  private static BigDecimal number(double most) {
    return Double.isFinite(most) ? BigDecimal.valueOf(most) : Kind.CAPACITY.most();
  }

  private static String why(Capacity capacity) {
    return capacity.endedByGenerator()
        ? "the generator could not make more"
        : "no higher rate was tried (--size to)";
  }

  /** Whether a comparison may come out otherwise than that of the value that was found. */
  boolean decides(Operator operator, BigDecimal value, BigDecimal limit) {
    boolean found = operator.holds(value, limit);
    boolean reached = limit.compareTo(value) >= 0 && limit.compareTo(most) <= 0;
    return operator.holds(value.max(most), limit) != found
        || reached && most.compareTo(value) > 0 && operator.holds(limit, limit) != found;
  }
}
