package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

/** Faults of what the Close frame of an eviction carries (rules B1, B5, C5). */
final class CloseTrials {
  private CloseTrials() {}

  static Stream<Trial> all() {
    return Stream.of(
        Trial.of("closes-without-code", "was: <1005>", CloseTrials::code),
        Trial.of("cuts-reason", "was: <superseded \uFFFD>", CloseTrials::reason),
        Trial.of("names-address", "was: <superseded by 127.0.0.1>", CloseTrials::reason),
        Trial.of("names-time", "was: <superseded at ", CloseTrials::reason),
        Trial.of("names-credential", "was: <superseded token-of-", CloseTrials::reason),
        Trial.of("long-reason", "was: <127>", CloseTrials::length),
        Trial.of("closes-twice", "was: <Close 1000>", CloseTrials::nothingMore));
  }

  private static void code(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      assertEquals(4409, duel.evicted().code());
    }
  }

  private static void reason(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      assertEquals("superseded", duel.evicted().text().substring(2));
    }
  }

  private static void length(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      assertEquals(2 + "superseded".length(), duel.evicted().payload().length);
    }
  }

  private static void nothingMore(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      assertEquals(Trial.nothing(), Trial.next(duel.older(), Duel.MOMENT));
    }
  }
}
