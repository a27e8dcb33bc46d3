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

  /** The server says more than can be looked at; the connection is not read any more. */
  public static final String FLOOD = "flood";

  /** Marks the connections that are released together. */
  public static final String RACE = "race";

  /** Marks the connections of a user to several nodes of a cluster; says which node. */
  public static final String NODE = "node";

  /** Says once for each user of a race which round of it that is, and its schedule. */
  public static final String SCHEDULE = "schedule";

  /** Marks the connections of a chain of takeovers without a pause. */
  public static final String CHAIN = "chain";

  /** The incumbent's client begins to close by itself while it is taken over. */
  public static final String OWN_CLOSE = "own-close";

  /** So much was published to a client that does not read that the server takes no more. */
  public static final String FULL_BUFFER = "full-buffer";

  /** The peer of a silent incumbent dies, long after it was taken over. */
  public static final String LATE_DEATH = "late-death";

  /** The user of the connection is empty or left out; another such client comes now. */
  public static final String NAMELESS = "nameless";

  /** The user's id looks like another one's number, and that other one comes now. */
  public static final String LOOK_ALIKE = "look-alike";

  /** Marks a connection that comes second, and is not judged itself. */
  public static final String NEXT = "next";

  /** Marks the connections with which all users return at once. */
  public static final String BURST = "burst";

  /** Sends something again and again, also after its eviction. */
  public static final String GOES_ON = "goes-on";

  /** Takeovers of one user in turn, none of which is a race. */
  public static final String IN_TURN = "in-turn";

  /** From now on another user is taken over again and again. */
  public static final String TAKEOVERS = "takeovers";

  /** Two clients of another user that return when evicted begin to duel. */
  public static final String DUEL = "duel";

  /** The newcomer comes while evicted connections of other users do not answer. */
  public static final String BESIDE_STALLED = "beside-stalled";

  /** Marks the connections of a chain that is long enough to show a trend. */
  public static final String LONG_CHAIN = "long-chain";

  /** Says what the server lists and counts of its sessions, and after how many takeovers. */
  public static final String SESSIONS = "sessions";

  /** Marks a login with wrong credentials; says which. */
  public static final String WRONG_LOGIN = "wrong-login";

  /** Marks a login with another user's credentials that claims to be this one. */
  public static final String OTHERS_LOGIN = "others-login";

  /** A handshake that was upgraded and stops before the deciding step of the dialogue. */
  public static final String UNDECIDED = "undecided";

  /** The connection logs in a second time. */
  public static final String LOGIN_AGAIN = "login-again";

  /** The connection sends something that others see; says its mark. */
  public static final String EFFECT = "effect";

  /** The same, while the connection is live: shows that others would see it. */
  public static final String EFFECT_CONTROL = "effect-control";

  /** The newcomer leaves by itself after the takeover. */
  public static final String LEAVES = "leaves";

  /** Marks the connect that comes after a duel of its user. */
  public static final String AFTER_DUEL = "after-duel";

  /** The same user id in another tenant; says who comes now. */
  public static final String OTHER_TENANT = "other-tenant";

  /** Marks the connections of a user to whom numbered messages are published all the time. */
  public static final String NUMBERED = "numbered";

  /** The server has confirmed a subscription of the connection; says the topic. */
  public static final String SUBSCRIBED = "subscribed";

  /** The connection asks what carries this mark, and whoever is answered was asked for. */
  public static final String ASKED = "asked";

  /** The user's id is spelled differently in one aspect, and that other one comes now. */
  public static final String SPELLED = "spelled";

  /** The server is killed; the connections that return after it are marked. */
  public static final String AFTER_CRASH = "after-crash";

  /** The server is killed. */
  public static final String CRASH = "crash";

  /** The server is asked to stop. */
  public static final String SHUTDOWN = "shutdown";

  static final Set<String> UNRESPONSIVE = Set.of(STOP_READING, SILENCE);

  private Faults() {}
}
