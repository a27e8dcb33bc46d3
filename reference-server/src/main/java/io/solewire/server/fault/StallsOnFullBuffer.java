package io.solewire.server.fault;

/**
 * The Close waits for a send that is blocked, and the send for a peer that does not read: neither
 * ever goes on (spring-framework #32445; Centrifuge PR #595).
 */
final class StallsOnFullBuffer implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    takeover.evictIf(older -> older.channel().isWritable());
  }
}
