package io.solewire.profile;

/** How to ask a connection whether it is alive. Immutable. */
public sealed interface Probe {

  /** A WebSocket Ping; the Pong that carries its payload answers (RFC 6455 section 5.5.2). */
  record Ping() implements Probe {}

  /**
   * A message and its answer; {@code {probe}} in both stands for the probe's id.
   *
   * @param send the question
   * @param expect the answer
   */
  record Exchange(Payload send, Match expect) implements Probe {}
}
