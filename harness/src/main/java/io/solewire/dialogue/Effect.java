package io.solewire.dialogue;

/** What the dialogue wants done. Immutable. */
public sealed interface Effect {

  /**
   * Send a message, in one frame.
   *
   * @param step number of the dialogue's step, counted from 1; 0 for a reply
   * @param binary true for a binary frame
   * @param payload the bytes; UTF-8 for text
   */
  record Say(int step, boolean binary, byte[] payload) implements Effect {}

  /** The connection is admitted. */
  record Admit() implements Effect {}
}
