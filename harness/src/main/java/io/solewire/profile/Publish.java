package io.solewire.profile;

/** How to send a user a message; {@code {message}} stands for it. Immutable. */
public sealed interface Publish {

  /**
   * By an HTTP request.
   *
   * @param request the request
   */
  record Http(HttpCall request) implements Publish {}

  /**
   * By a message on the connection of another user (a canary).
   *
   * @param payload the message
   */
  record Frame(Payload payload) implements Publish {}
}
