package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How frames and TCP connections come and go. Stateless. */
final class WireVariants {
  static final List<Variant> ALL =
      List.of(
          new Variant(
              "hangs-up",
              "ends TCP right behind its Close without a wait for the echo",
              "ejabberd; Moquette; Rails",
              Map.of(),
              Terms.NONE,
              setting -> new HangsUp()),
          new Variant(
              "lets-the-peer-end",
              "waits 300 ms for the peer to end TCP after the echo",
              "Nakama; trio-websocket",
              Map.of(),
              Terms.NONE,
              setting -> new LetsPeerEnd()),
          new Variant(
              "resets-after-close",
              "ends TCP by RST once its Close was echoed",
              "Daphne; RabbitMQ",
              Map.of(),
              Terms.NONE,
              setting -> new ResetsAfterClose()),
          new Variant(
              "hangs-up-on-malformed",
              "ends TCP without an answer where a request is no handshake",
              "libwebsockets",
              Map.of(),
              Terms.NONE,
              setting -> new HangsUpOnMalformed()),
          new Variant(
              "pings-often",
              "sends a Ping every 20 ms",
              "Action Cable every 3 s; socket.io",
              Map.of(),
              Terms.pinging(Duration.ofMillis(20)),
              setting -> Behaviour.HONEST),
          new Variant(
              "fragments-messages",
              "sends each message in three fragments",
              "aedes: four frames for one packet",
              Map.of(),
              Terms.NONE,
              setting -> new Fragments()),
          new Variant(
              "answers-last-ping",
              "answers only the last of the Pings that come within 10 ms",
              "RFC 6455 section 5.5.3",
              Map.of(),
              Terms.NONE,
              setting -> new AnswersLastPing()));

  private WireVariants() {}
}
