package io.solewire.server.fault;

/**
 * The map entry is overwritten, the older connection is told nothing and stays open
 * (allez-chauffe/marcel #230; nanomq #1927). Messages go to the newcomer.
 */
final class NeverEvicts implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    // That is the fault.
  }
}
