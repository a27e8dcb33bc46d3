package io.solewire.profile;

/** The signal by which a connection counts as admitted. Immutable. */
public sealed interface Admission {

  /** The 101 response of the upgrade. */
  record Open() implements Admission {}

  /** The end of the dialogue. */
  record DialogueEnd() implements Admission {}

  /**
   * A message of the server, at any time after the upgrade.
   *
   * @param match what it looks like
   */
  record Message(Match match) implements Admission {}
}
