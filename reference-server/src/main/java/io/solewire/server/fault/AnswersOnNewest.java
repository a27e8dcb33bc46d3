package io.solewire.server.fault;

import io.solewire.server.registry.Connection;
import io.solewire.server.registry.Registry;
import java.util.concurrent.TimeUnit;

/**
 * An answer that took its time is sent to the user, not on the connection that asked: after a
 * takeover the newer one gets it (indy-agent PR #125 and MongooseIM's stray answers are of the
 * kind).
 */
final class AnswersOnNewest implements Behaviour {
  private static final long THINKING_MILLIS = 30;
  private final Registry registry;

  AnswersOnNewest(FaultSetting setting) {
    this.registry = setting.registry();
  }

  @Override
  public void pong(Connection asked, String text) {
    asked
        .eventLoop()
        .schedule(
            () -> registry.current(asked.key()).ifPresent(newest -> newest.send(text)),
            THINKING_MILLIS,
            TimeUnit.MILLISECONDS);
  }
}
