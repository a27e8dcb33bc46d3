package io.solewire.server.websocket;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import java.time.Duration;
import java.util.Optional;

/**
 * How users' connections are watched over. Immutable.
 *
 * @param ping how often the server sends a Ping; 1 ms to 1 h; empty: never
 * @param idle after how long without a byte from the peer the connection is closed; 1 ms to 24 h;
 *     empty: never
 */
public record Liveness(Optional<Duration> ping, Optional<Duration> idle) {
  /** Silence is no reason to do anything. */
  public static final Liveness PATIENT = new Liveness(Optional.empty(), Optional.empty());

  private static final int IDLE = 4408;
  private static final Duration LONGEST_PING = Duration.ofHours(1);
  private static final Duration LONGEST_IDLE = Duration.ofHours(24);

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException naming the one that is wrong, and what it may be
   */
  public Liveness {
    require("ping must be 1 ms to 1 h", ping, LONGEST_PING);
    require("idle must be 1 ms to 24 h", idle, LONGEST_IDLE);
  }

  /** Watches over a connection that has just been admitted, on its event loop. */
  void watch(Connection connection, Optional<Duration> force, Behaviour behaviour) {
    if (ping.isPresent() || idle.isPresent()) {
      CloseSignal signal = new CloseSignal(IDLE, "idle", CloseSignal.Cause.IDLE, force);
      Runnable silent = () -> behaviour.silent(connection, signal);
      connection.channel().pipeline().addFirst(new KeepAlive(this, connection, silent));
    }
  }

  private static void require(String rule, Optional<Duration> value, Duration longest) {
    if (value == null
        || value.filter(d -> d.toMillis() < 1 || d.compareTo(longest) > 0).isPresent()) {
      throw new IllegalArgumentException(rule + ": " + (value == null ? null : value.get()));
    }
  }
}
