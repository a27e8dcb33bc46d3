package io.solewire.server.fault;

import java.util.List;

/** Faults of servers that are, or were made for, several nodes. Stateless. */
final class NodeFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "node-local",
              "keeps a registry of its own for each of its nodes",
              List.of("K1", "A1", "D1"),
              "rabbitmq-mqtt #91; streamnative/mop #565; Nakama SingleSession",
              setting -> new NodeLocal()),
          new Fault(
              "kicks-itself",
              "evicts every newcomer a moment after its admission, even one that is alone",
              List.of("A2", "D1"),
              "Socket.IO with its Redis adapter: fetch and kick reach who sent them",
              setting -> new KicksItself()));

  private NodeFaults() {}
}
