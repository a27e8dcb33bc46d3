package io.solewire.server.fault;

/**
 * A takeover right behind another one of the user is told as something else (EMQX PR #15773: 133
 * instead of 137).
 */
final class WrongCodeInRace implements Behaviour {
  private static final int BUSY = 4133;
  private final Tempo tempo = new Tempo(5);

  @Override
  public void evict(Takeover takeover) {
    boolean raced = tempo.count(takeover.newcomer().key()) > 0;
    Takeover told =
        new Takeover(
            takeover.newcomer(),
            takeover.incumbents(),
            raced ? takeover.signal().withCode(BUSY) : takeover.signal());
    Behaviour.super.evict(told);
  }
}
