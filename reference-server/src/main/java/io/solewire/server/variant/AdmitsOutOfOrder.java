package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.Takeover;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Each newcomer holds its place at once and gets its 101 up to 20 ms later, so that of several the
 * last welcomed need not be the last decided (Mosquitto: 19 of 20 races).
 */
final class AdmitsOutOfOrder implements Behaviour {
  private static final int LATEST_MICROS = 20_000;
  private static final long SEED = 20;
  private final SplittableRandom random = new SplittableRandom(SEED);

  @Override
  public void admit(Takeover takeover, Runnable open) {
    takeover.newcomer().eventLoop().schedule(open, next(), TimeUnit.MICROSECONDS);
  }

  private synchronized int next() {
    return random.nextInt(LATEST_MICROS);
  }
}
