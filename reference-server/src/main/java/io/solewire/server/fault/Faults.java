package io.solewire.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The faults that a single takeover shows, and every fault by its name. Immutable. */
public final class Faults {
  private static final List<Fault> ALL =
      List.of(
          fault(
              "never-evicts",
              "leaves the older connection open and silent",
              List.of("A1", "B1", "D2"),
              "nanomq #1927; allez-chauffe/marcel #230",
              setting -> new NeverEvicts()),
          fault(
              "removes-by-user",
              "forgets the user, not the connection, when any connection of that user ends",
              List.of("D4"),
              "Netflix/zuul PR 1280; moquette-io/moquette #108, #124",
              setting -> new RemovesByUser()),
          fault(
              "two-winners",
              "looks for an older connection first and registers the newcomer a moment later",
              List.of("D1"),
              "HiveMQ CE PR #310; foss42/apidash #1765",
              setting -> new TwoWinners(Duration.ofMillis(3))),
          fault(
              "kills-both",
              "closes the newcomer together with the older connection",
              List.of("A2", "D1"),
              "telefonicaid/notification_server #145",
              setting -> new KillsBoth()),
          fault(
              "drops-without-close",
              "ends the TCP connection of the older one without a Close frame",
              List.of("B1"),
              "LabOverWire mqtt-lib #147; mosquitto #2340",
              setting -> new DropsWithoutClose()),
          fault(
              "reserved-close-code",
              "closes the older connection with code 1006, which must not be sent",
              List.of("B2"),
              "http4s PR #6594",
              setting -> new ReservedCloseCode()),
          fault(
              "waits-for-echo",
              "admits the newcomer only after the older connection has ended, and never cuts it",
              List.of("G1", "A6", "C3"),
              "vernemq PR #2524; EMQX PR #14597",
              setting -> new WaitsForEcho()),
          fault(
              "evicts-on-bad-upgrade",
              "evicts as soon as it has read a request line that names the user",
              List.of("A5"),
              "colyseus #950",
              EvictsOnBadUpgrade::new),
          fault(
              "touches-stranger",
              "closes one connection of another user at every takeover",
              List.of("E1"),
              "bytebeamio/rumqtt PR #564",
              TouchesStranger::new),
          fault(
              "data-after-close",
              "sends a text message after its Close frame",
              List.of("C1"),
              "coder/websocket #213",
              setting -> new DataAfterClose()),
          fault(
              "evicts-late",
              "closes the older connection only after the fault delay",
              List.of("A1", "C6"),
              "VerneMQ coordinate_registrations=off: eventually; centrifuge PR #595",
              EvictsLate::new));

  private static final Named<Fault> BY_NAME =
      new Named<>(Stream.concat(ALL.stream(), CaseFaults.all().stream()), Fault::name);

  private Faults() {}

  /** Those that a single takeover shows, in the order of the catalogue. */
  public static List<Fault> all() {
    return ALL;
  }

  /** Those, and {@link CaseFaults}. */
  public static List<Fault> everything() {
    return BY_NAME.all();
  }

  /**
   * The fault of that name.
   *
   * @throws UnknownFaultException if there is none
   */
  public static Fault named(String name) {
    return BY_NAME
        .find(name)
        .orElseThrow(() -> new UnknownFaultException(BY_NAME.unknown("fault", name)));
  }

  private static Fault fault(
      String name,
      String sentence,
      List<String> rules,
      String citation,
      Function<FaultSetting, Behaviour> making) {
    return new Fault(name, sentence, rules, citation, making);
  }
}
