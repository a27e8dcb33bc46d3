package io.solewire.conformance.cases;

import java.time.Duration;

/** Waits that scripts share. Stateless. */
final class Waited {

  /** A message has a second to arrive in, and what is judged somewhat more. */
  static final Duration ARRIVAL = Duration.ofMillis(1300);

  private Waited() {}
}
