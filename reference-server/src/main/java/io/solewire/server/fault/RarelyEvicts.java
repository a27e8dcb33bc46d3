package io.solewire.server.fault;

/**
 * About one takeover in forty overwrites the entry and forgets the socket (nanomq #1927; or the
 * kick itself is lost, as Django's channel layer may).
 */
final class RarelyEvicts implements Behaviour {
  private final Dice dice = new Dice(40);

  @Override
  public void evict(Takeover takeover) {
    if (!dice.hit()) {
      Behaviour.super.evict(takeover);
    }
  }
}
