package io.solewire.server.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Faults that only a whole case sees: each is quiet at a single takeover, or looks like one of
 * {@link Faults} there. Immutable.
 */
public final class CaseFaults {
  private static final Map<String, Fault> BY_NAME =
      Stream.of(
              new Fault(
                  "mutes-loser",
                  "no longer reads from the older connection, and neither tells nor closes it",
                  List.of("D2", "A1", "B1"),
                  "wingedsheep/argentum-engine PR 664",
                  setting -> new MutesLoser()),
              new Fault(
                  "evicts-in-turn",
                  "closes one evicted connection after the other, each when the last has ended",
                  List.of("E3"),
                  "jetty #2061; Nakama close_ack_wait_ms",
                  setting -> new EvictsInTurn()),
              new Fault(
                  "shares-close-code",
                  "closes the older connection with code 1000, as it does at any other end",
                  List.of("B3", "B4"),
                  "mosquitto #2607; phoenix PR 6678",
                  setting -> new SharesCloseCode()),
              new Fault(
                  "nameless-are-one",
                  "takes all clients without a user id for one user",
                  List.of("H3"),
                  "rmqtt #27",
                  setting -> RewritesUser.namelessAreOne()),
              new Fault(
                  "numbers-are-one",
                  "takes ids that are the same number for one user",
                  List.of("H4"),
                  "no published defect was found",
                  setting -> RewritesUser.numbersAreOne()),
              new Fault(
                  "slows-down",
                  "evicts each time half a millisecond later than at the user's last takeover",
                  List.of("L1"),
                  "dotnet/MQTTnet #1552; moquette PR 620",
                  setting -> new SlowsDown()))
          .collect(
              Collectors.toMap(Fault::name, f -> f, (first, second) -> first, LinkedHashMap::new));

  private CaseFaults() {}

  /** All of them, in the order of the catalogue. */
  public static List<Fault> all() {
    return List.copyOf(BY_NAME.values());
  }

  static Optional<Fault> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
