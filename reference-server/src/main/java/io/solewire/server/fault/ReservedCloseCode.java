package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;

/** The Close frame carries 1006, which RFC 6455 section 7.4.1 forbids (as http4s PR #6594). */
final class ReservedCloseCode implements Behaviour {
  private static final int ABNORMAL_CLOSURE = 1006;

  @Override
  public void evict(Takeover takeover) {
    CloseSignal reserved = takeover.signal().withCode(ABNORMAL_CLOSURE);
    takeover.incumbents().forEach(incumbent -> incumbent.close(reserved));
  }
}
