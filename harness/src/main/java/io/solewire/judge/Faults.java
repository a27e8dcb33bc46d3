package io.solewire.judge;

import java.util.Set;

/** Names of the things that scripts do on purpose, as they stand in histories. */
public final class Faults {

  /** The client stops reading. */
  public static final String STOP_READING = "stop-reading";

  /** The client reads on. */
  public static final String RESUME_READING = "resume-reading";

  /** Nothing of the client reaches the server any more. */
  public static final String SILENCE = "silence";

  /** The server's Close frame is kept from the client, which therefore does not echo it. */
  public static final String WITHHOLD_CLOSE = "withhold-close";

  /** The incumbent is brought to its end after it was taken over. */
  public static final String LATE_END = "late-end";

  /** Marks the connections that are released together. */
  public static final String RACE = "race";

  /** Marks the connections of a chain of takeovers without a pause. */
  public static final String CHAIN = "chain";

  static final Set<String> UNRESPONSIVE = Set.of(STOP_READING, SILENCE);

  private Faults() {}
}
