package io.solewire.server.fault;

/**
 * The old entry is removed asynchronously: when a user has been taken over a dozen times within a
 * second, every fourth newcomer does not find the one before (wind-c/comqtt PR #157).
 */
final class LagsInChain implements Behaviour {
  private static final int QUICK = 12;
  private static final int EVERY = 4;
  private final Tempo tempo = new Tempo(1_000);

  @Override
  public void evict(Takeover takeover) {
    int recent = tempo.count(takeover.newcomer().key());
    if (recent < QUICK || recent % EVERY != 0) {
      Behaviour.super.evict(takeover);
    }
  }
}
