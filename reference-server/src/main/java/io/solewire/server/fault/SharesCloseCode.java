package io.solewire.server.fault;

/** The Close frame carries 1000, the library's default for any end (mosquitto #2607). */
final class SharesCloseCode implements Behaviour {
  private static final int NORMAL_CLOSURE = 1000;

  @Override
  public void evict(Takeover takeover) {
    takeover
        .incumbents()
        .forEach(incumbent -> incumbent.close(takeover.signal().withCode(NORMAL_CLOSURE)));
  }
}
