package io.solewire.server.fault;

import java.util.List;

/** Faults that are left behind by what was before. Stateless. */
final class LongRunFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "slows-down",
              "evicts each time half a millisecond later than at the user's last takeover",
              List.of("L1"),
              "dotnet/MQTTnet #1552; moquette PR 620",
              setting -> new SlowsDown()),
          new Fault(
              "keeps-replaced",
              "never takes a replaced connection off the list of its user's connections",
              List.of("L1"),
              "HiveMQ CE @da8451f8; dotnet/MQTTnet #1552",
              setting -> new KeepsReplaced()),
          new Fault(
              "keeps-unanswered",
              "takes a replaced connection off the list only where it echoes its Close",
              List.of("L1"),
              "HiveMQ CE @da8451f8; dotnet/MQTTnet #1552",
              setting -> new KeepsUnanswered()),
          new Fault(
              "forgets-with-time",
              "no longer knows, 3 s after its admission, a connection that is to be replaced",
              List.of("A1"),
              "django/channels #105 (group expiry); reddit-plugin-robin #47",
              setting -> new ForgetsWithTime()),
          new Fault(
              "epoch-falls",
              "greets each newcomer with a lower epoch than the one before",
              List.of("D3"),
              "no published defect was found",
              setting -> new EpochFalls()),
          new Fault(
              "locks-out",
              "no longer answers upgrades of a user that has been taken over 30 times",
              List.of("D6"),
              "VerneMQ PR #2524",
              setting -> new LocksOut()),
          new Fault(
              "remembers-the-dead",
              "refuses for 10 s after a crash the users that were connected",
              List.of("J1"),
              "MongooseIM #406; EMQX PR #17424",
              setting -> new RemembersTheDead()));

  private LongRunFaults() {}
}
