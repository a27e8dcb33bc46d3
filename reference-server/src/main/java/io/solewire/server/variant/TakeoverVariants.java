package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.registry.Policy;
import java.util.List;
import java.util.Map;

/**
 * How a newcomer gets in, and who goes. Where it holds its place some time before its 101, what is
 * sent to the user meanwhile is accepted by nobody, so no more than at-most-once is promised.
 * Stateless.
 */
final class TakeoverVariants {
  static final List<Variant> ALL =
      List.of(
          new Variant(
              "closes-before-it-admits",
              "closes the older connection and waits up to 500 ms for its end before the 101",
              "MQTT brokers; EMQX 1 to 3 s; MongooseIM 2 s",
              Map.of("delivery", "at-most-once"),
              Terms.NONE,
              setting -> new ClosesFirst()),
          new Variant(
              "evicts-unhurriedly",
              "closes the older connection 150 ms after the 101 of the newcomer",
              "RabbitMQ; Channels; VerneMQ coordinate_registrations=off",
              Map.of(),
              Terms.NONE,
              setting -> new EvictsUnhurriedly()),
          new Variant(
              "admits-out-of-order",
              "writes each 101 up to 20 ms after the newcomer got its place",
              "Mosquitto; ejabberd; Moquette",
              Map.of("delivery", "at-most-once"),
              Terms.NONE,
              setting -> new AdmitsOutOfOrder()),
          new Variant(
              "registers-late",
              "gives the newcomer its place 5 ms after its 101",
              "Spring on Tomcat; Channels on Daphne",
              Map.of(),
              Terms.NONE,
              setting -> new RegistersLate()),
          new Variant(
              "greets-in-one-segment",
              "sends the 101 and its first message in one segment",
              "Channels on Daphne",
              Map.of(),
              Terms.NONE,
              setting -> new OneSegment()),
          new Variant(
              "damps-duels",
              "refuses newcomers of a user taken over more than 20 times in a second",
              "affinidi mediator",
              Map.of("damper", "{after: 20, in: 1s}", "refused.status", "[409]"),
              Terms.NONE,
              setting -> new DampsDuels()),
          new Variant(
              "refuses-newcomers",
              "keeps the older connection and refuses the newcomer with 409",
              "ocpp-go; Centrifugo; Slack socket mode",
              Map.of("policy", "refuse-newcomer", "refused.status", "[409]"),
              Terms.of(new Policy(Policy.Kind.REFUSE_NEWCOMER, 1)),
              setting -> Behaviour.HONEST),
          new Variant(
              "keeps-three",
              "keeps the three newest connections of a user",
              "ejabberd max_user_sessions; VerneMQ allow_multiple_sessions",
              Map.of("max", "3"),
              Terms.of(new Policy(Policy.Kind.NEWEST_WINS, 3)),
              setting -> Behaviour.HONEST),
          new Variant(
              "refuses-the-fourth",
              "keeps the first three connections of a user",
              "Slack socket mode: ten; Centrifugo user_connection_limit",
              Map.of("max", "3", "policy", "refuse-newcomer", "refused.status", "[409]"),
              Terms.of(new Policy(Policy.Kind.REFUSE_NEWCOMER, 3)),
              setting -> Behaviour.HONEST));

  private TakeoverVariants() {}
}
