package io.solewire.server.fault;

import java.util.List;

/** Faults of what is said to and by users. Stateless. */
final class MessageFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "serves-evicted",
              "carries out and answers what an evicted connection sends after its Close frame",
              List.of("C4"),
              "bjc/prosody@9f3feb39f; websockets/ws #2069",
              setting -> new ServesEvicted()),
          new Fault(
              "delivers-twice",
              "delivers every message to a user twice",
              List.of("F2"),
              "MongooseIM PR #4498; EMQX PR #16637",
              setting -> new DeliversTwice()),
          new Fault(
              "deafens-newcomer",
              "acknowledges and loses all that is sent to a user who has been taken over",
              List.of("F1", "F3", "D4"),
              "absmach/fluxmq #595, PR 597",
              DeafensNewcomer::new),
          new Fault(
              "loses-on-switch",
              "accepts and loses what is sent to a user in the 100 ms after a takeover",
              List.of("F3"),
              "EMQX PR #6396; affinidi mediator #374",
              setting -> new LosesOnSwitch()),
          new Fault(
              "reorders",
              "holds back every second message to a user for 30 ms",
              List.of("F4"),
              "no published defect was found",
              Reorders::new),
          new Fault(
              "forgets-subscription",
              "confirms and forgets what is subscribed to after a takeover",
              List.of("F5"),
              "mosquitto #1489, #645",
              setting -> new ForgetsSubscription()),
          new Fault(
              "keeps-subscribers",
              "leaves the older connection open if it has subscribed to anything",
              List.of("A1"),
              "no published defect was found",
              setting -> new KeepsSubscribers()),
          new Fault(
              "answers-on-newest",
              "answers a ping message 30 ms later, on the connection that is newest then",
              List.of("F6"),
              "hyperledger-indy/indy-agent PR #125; phoenix #1483",
              AnswersOnNewest::new));

  private MessageFaults() {}
}
