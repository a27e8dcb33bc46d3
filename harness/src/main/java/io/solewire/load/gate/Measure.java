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
 */
record Measure(
    String path,
    Kind kind,
    Function<LoadResult, Optional<BigDecimal>> source,
    ToLongFunction<LoadResult> own) {

  /** One that is what it is. */
  Measure(String path, Kind kind, Function<LoadResult, Optional<BigDecimal>> source) {
    this(path, kind, source, load -> 0);
  }

  Optional<BigDecimal> in(LoadResult load) {
    return source.apply(load);
  }
}
