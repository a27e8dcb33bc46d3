package io.solewire.load.gate;

import io.solewire.result.LoadResult;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A number of a load that gates may ask about. Immutable.
 *
 * @param path its path in result.json
 * @param kind what sort of number it is
 * @param source reads it, in microseconds if it is a time; empty if there were no samples
 * @param own how much of it may be the measuring side's own, in the same unit
 * @param thin whether it has too few samples, and what is known nevertheless
 * @param ceiling how much more it may be; empty if it is what it is
 */
record Measure(
    String path,
    Kind kind,
    Function<LoadResult, Optional<BigDecimal>> source,
    ToLongFunction<LoadResult> own,
    Function<LoadResult, Optional<Thin>> thin,
    Function<LoadResult, Optional<Ceiling>> ceiling) {

  /**
   * A percentile of few samples.
   *
   * @param samples how many there are
   * @param least how many it takes
   * @param sure what it is at least, in microseconds: a lower percentile that has enough of them
   * @param own how much of that may be the measuring side's own
   */
  record Thin(long samples, long least, BigDecimal sure, BigDecimal own) {}

  /** One that is what it is. */
  Measure(String path, Kind kind, Function<LoadResult, Optional<BigDecimal>> source) {
    this(path, kind, source, load -> 0, load -> Optional.empty(), load -> Optional.empty());
  }

  Optional<BigDecimal> in(LoadResult load) {
    return source.apply(load);
  }
}
