package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import java.util.List;
import java.util.Map;

/** What who is told, and how. Stateless. */
final class SignalVariants {
  static final List<Variant> ALL =
      List.of(
          new Variant(
              "gives-notice",
              "sends a message that says superseded before its Close",
              "XMPP conflict; Nakama single_socket; LiveKit",
              Map.of("evicted.message", "'\"type\":\"superseded\"'"),
              Terms.noticing(),
              setting -> Behaviour.HONEST),
          new Variant(
              "closes-as-policy",
              "closes the older connection with 1008",
              "affinidi mediator",
              Map.of("evicted.codes", "[1008]", "evicted.reason", "newer connection"),
              Terms.closing(1008, "replaced by a newer connection"),
              setting -> Behaviour.HONEST),
          new Variant(
              "closes-without-reason",
              "closes the older connection with 3504 and no reason",
              "Centrifugo 3504; Daphne",
              Map.of("evicted.codes", "[3504]", "evicted.reason", "'^$'"),
              Terms.closing(3504, ""),
              setting -> Behaviour.HONEST),
          new Variant(
              "closes-by-two-codes",
              "closes with 4001 at every second takeover",
              "Signal-Server: 4409, and another one",
              Map.of("evicted.codes", "[4409, 4001]"),
              Terms.NONE,
              setting -> new TwoCodes()),
          new Variant(
              "ends-by-fin",
              "ends the TCP connection of the older one without a word",
              "Mosquitto and aedes under MQTT 3.1.1",
              Map.of("evicted.by", "[fin, rst]"),
              Terms.NONE,
              setting -> new EndsByFin()),
          new Variant(
              "ends-second-login",
              "closes a connection that logs in again with 4005",
              "Discord gateway",
              Map.of(),
              Terms.NONE,
              EndsSecondLogin::new),
          new Variant(
              "refuses-after-upgrade",
              "answers wrong credentials by a 101 and Close 4401",
              "ejabberd; Channels",
              Map.of("refused.codes", "[4401]"),
              Terms.NONE,
              RefusesAfterUpgrade::new),
          new Variant(
              "restarts",
              "tells connections at its stop that it restarts, 1012",
              "Phoenix",
              Map.of("closes.shutdown", "[1012]"),
              Terms.leaving(1012),
              setting -> Behaviour.HONEST));

  private SignalVariants() {}
}
