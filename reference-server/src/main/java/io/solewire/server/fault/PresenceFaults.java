package io.solewire.server.fault;

import java.util.List;

/** Faults of what observers are shown. Stateless. */
final class PresenceFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "stays-online",
              "forgets to announce a user's end if its last connection had taken over",
              List.of("D5"),
              "MongooseIM@f25344cda; django/channels #293",
              setting -> new StaysOnline()),
          new Fault(
              "announces-offline-last",
              "announces online at a takeover, and offline when the older one has ended",
              List.of("I1"),
              "ejabberd@2fac41652; bjc/prosody@674597270",
              ShowsTakeover::offlineLast),
          new Fault(
              "flaps",
              "announces offline and then online at a takeover",
              List.of("I2"),
              "LiveKit PR #2412; WorkAdventure PR #5961",
              ShowsTakeover::asFlap),
          new Fault(
              "announces-twice",
              "announces offline twice and then online at a takeover",
              List.of("I3", "I2"),
              "Harper #1604; mosquitto #904",
              ShowsTakeover::twice));

  private PresenceFaults() {}
}
