package io.solewire.history;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed set of things that a history tells. The names in the file are the format. */
public enum EventKind {
  CASE_BEGIN,
  CASE_END,
  /** The load plan meant a connect to happen at this instant. */
  PLANNED,
  TCP_OPEN,
  /** No TCP connection came about; the environment, not a refusal. */
  TCP_FAILED,
  /** The last byte of the upgrade request was written. */
  REQUEST_SENT,
  /** The server answered 101. */
  UPGRADED,
  /** The server said no: by status, close code or message. */
  REFUSED,
  /** A step of the dialogue was written. */
  STEP_SENT,
  ADMITTED,
  FRAME_IN,
  FRAME_OUT,
  CLOSE_IN,
  CLOSE_OUT,
  FIN_IN,
  FIN_OUT,
  RST_IN,
  RST_OUT,
  PROBE_SENT,
  PROBE_ANSWERED,
  /** A message was handed to the server for this user. */
  PUBLISHED,
  /** The harness did something to the connection on purpose. */
  FAULT,
  /** The harness let go of the connection; nothing after this is the server's doing. */
  ABANDONED;

  private static final Map<String, EventKind> BY_TEXT =
      Stream.of(values()).collect(Collectors.toMap(EventKind::text, Function.identity()));

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /**
   * The name in the file.
   *
   * @return such as {@code close-in}
   */
  public String text() {
    return text;
  }

  /**
   * Finds a kind by its name in the file.
   *
   * @param text such as {@code close-in}
   * @return the kind, if it is one
   */
  public static Optional<EventKind> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }
}
