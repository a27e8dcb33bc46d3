package io.solewire.server.fault;

import java.time.Duration;
import java.util.List;

/** Faults that need a race, a chain, a crowd, or luck. Stateless. */
final class RaceFaults {
  private static final Duration NEXT_TO_NONE = Duration.ofNanos(200_000);

  static final List<Fault> ALL =
      List.of(
          new Fault(
              "rarely-evicts",
              "leaves the older connection open at about one takeover in forty",
              List.of("A1", "D7"),
              "nanomq #1927; allez-chauffe/marcel #230; Django channel_layer_spec: silent drop",
              setting -> new RarelyEvicts()),
          new Fault(
              "rarely-resets",
              "ends the older connection by RST at about one takeover in forty",
              List.of("B1"),
              "websockets #877; cesanta/mongoose #1502",
              setting -> new RarelyResets()),
          new Fault(
              "narrow-two-winners",
              "looks for an older connection and registers the newcomer 200 microseconds later",
              List.of("D1"),
              "IZIVIA ocpp-toolkit PR 44; moquette PR 561",
              setting -> new TwoWinners(NEXT_TO_NONE)),
          new Fault(
              "kills-each-other",
              "lets newcomers that come together close each other",
              List.of("D1"),
              "foxglove-sdk PR 1196; compare Nakama SingleSession",
              KillsEachOther::new),
          new Fault(
              "wrong-code-in-a-race",
              "closes with 4133 at a takeover within 5 ms of another one of the user",
              List.of("B3"),
              "EMQX PR 15773",
              setting -> new WrongCodeInRace()),
          new Fault(
              "lags-in-a-chain",
              "no longer finds every older connection after a dozen takeovers within a second",
              List.of("D7", "A1"),
              "wind-c/comqtt PR 157",
              setting -> new LagsInChain()),
          new Fault(
              "refuses-herd",
              "refuses every fifth user when more than 15 come back within 300 ms",
              List.of("J3"),
              "mattermost-webapp PR 10960; EMQX PR 17424",
              setting -> new RefusesHerd()),
          new Fault(
              "duel-kicks-strangers",
              "ends a stranger's connection at each takeover beyond 20 within 2 s",
              List.of("L2", "E1"),
              "affinidi-tdk-rs #644; vernemq #2167",
              DuelKicksStrangers::new));

  private RaceFaults() {}
}
