package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.identity.Access;
import java.time.Duration;
import java.util.Optional;

/**
 * A check that the honest server passes and one fault fails, and what is then seen instead.
 *
 * @param fault its name
 * @param instead words of the failure
 * @param body fails with an AssertionError, or with an exception if the check itself went wrong
 */
record Trial(String fault, String instead, Body body) {
  /** How long something is waited for that the fault never does. */
  static final Duration LONG = Duration.ofSeconds(2);

  /** What happens by chance on a busy machine happens in one of so many rounds. */
  static final int ROUNDS = 8;

  /** Starts servers with these settings and looks at what they do. */
  interface Body {
    void run(ServerConfig.Builder settings) throws Exception;
  }

  /** Looks at one server. */
  interface Look {
    void at(ReferenceServer server) throws Exception;
  }

  /** A trial of one server that nothing else is set for. */
  static Trial of(String fault, String instead, Look look) {
    return new Trial(
        fault,
        instead,
        settings -> {
          try (ReferenceServer server = ReferenceServer.start(settings.build())) {
            look.at(server);
          }
        });
  }

  /** A trial of one server that asks for tokens. */
  static Trial guarded(String fault, String instead, Look look) {
    Access access = new Access(true, Optional.empty(), false);
    return new Trial(
        fault, instead, settings -> of(fault, instead, look).body.run(settings.access(access)));
  }

  void passesHonestly() throws Exception {
    body.run(settings());
  }

  void failsWithTheFault() {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> body.run(settings().fault(fault)));
    assertTrue(failure.getMessage().contains(instead), failure.getMessage());
  }

  private static ServerConfig.Builder settings() {
    return ServerConfig.builder().force(Duel.FORCE);
  }

  /** What is seen next, in words. */
  static String next(RawClient client, Duration patience) throws Exception {
    return client.next(patience).toString();
  }

  /** Nothing is seen for a moment. */
  static String nothing() {
    return new Seen.Nothing().toString();
  }

  @Override
  public String toString() {
    return fault + ": " + instead;
  }
}
