package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import java.time.Duration;
import java.util.Optional;

/**
 * The 101 is the container's, the place the handler's, which runs 5 ms later; what the client sends
 * meanwhile waits (Spring on Tomcat, Channels on Daphne).
 */
final class RegistersLate implements Behaviour {
  private static final Optional<Duration> LATER = Optional.of(Duration.ofMillis(5));

  @Override
  public Optional<Duration> registersAfter() {
    return LATER;
  }
}
