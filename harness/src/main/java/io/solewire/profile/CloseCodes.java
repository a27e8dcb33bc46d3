package io.solewire.profile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of WebSocket close codes (RFC 6455 section 7.4), as ranges. Immutable.
 *
 * @param ranges inclusive ranges, in the order of the document
 */
public record CloseCodes(List<Range> ranges) {

  /** No code at all. */
  public static final CloseCodes NONE = new CloseCodes(List.of());

  /** The default for evictions: registered and private codes, or 1008 (policy violation). */
  public static final CloseCodes EVICTION =
      new CloseCodes(List.of(new Range(3000, 4999), new Range(1008, 1008)));

  /**
   * An inclusive range.
   *
   * @param from first code
   * @param to last code
   */
  public record Range(int from, int to) {
    @Override
    public String toString() {
      return from == to ? Integer.toString(from) : from + "-" + to;
    }
  }

  /**
   * Tells whether a code is in the set.
   *
   * @param code the code on the wire
   * @return true if it is
   */
  public boolean contains(int code) {
    return ranges.stream().anyMatch(r -> r.from() <= code && code <= r.to());
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
  }
}
