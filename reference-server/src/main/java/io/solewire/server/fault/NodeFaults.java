package io.solewire.server.fault;

import java.util.List;

/** Faults of a server that is several nodes. Stateless. */
final class NodeFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "node-local",
              "keeps a registry of its own for each of its nodes",
              List.of("K1", "A1", "D1"),
              "rabbitmq-mqtt #91; streamnative/mop #565; Nakama SingleSession",
              setting -> new NodeLocal()));

  private NodeFaults() {}
}
