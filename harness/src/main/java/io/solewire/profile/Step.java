package io.solewire.profile;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** One step of the dialogue between the upgrade and the admission. Immutable. */
public sealed interface Step {

  /**
   * A message to the server.
   *
   * @param payload what is sent, in one frame
   */
  record Send(Payload payload) implements Step {}

  /**
   * Something that the server must say.
   *
   * @param match what is waited for
   * @param within how long it is waited for
   * @param capture variables to take from what matched; group 1 of each pattern is the value
   */
  record Expect(Match match, Duration within, Map<String, Pattern> capture) implements Step {}
}
