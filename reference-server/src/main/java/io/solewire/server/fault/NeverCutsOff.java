package io.solewire.server.fault;

/** An evicted connection that does not answer keeps its TCP for ever. */
final class NeverCutsOff implements Behaviour {

  @Override
  public void evict(Takeover takeover) {
    takeover.incumbents().forEach(incumbent -> incumbent.close(takeover.signal().withoutForce()));
  }
}
