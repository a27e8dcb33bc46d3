package io.solewire.server.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * Faults that only a whole case sees: each is quiet at a single takeover, or looks like one of
 * {@link Faults} there. Immutable.
 */
public final class CaseFaults {
  private static final List<Fault> ALL =
      Stream.of(
              IdentityFaults.ALL,
              MessageFaults.ALL,
              PresenceFaults.ALL,
              CloseFaults.ALL,
              LongRunFaults.ALL,
              RaceFaults.ALL,
              NodeFaults.ALL,
              WaitingFaults.ALL)
          .flatMap(List::stream)
          .toList();

  private CaseFaults() {}

  /** All of them, in the order of the catalogues. */
  public static List<Fault> all() {
    return ALL;
  }
}
