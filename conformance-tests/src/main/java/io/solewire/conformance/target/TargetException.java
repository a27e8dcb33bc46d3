package io.solewire.conformance.target;

/** A target that cannot be found, read or started. */
public final class TargetException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What is at fault. */
  public enum Kind {
    /** What was typed or written. */
    USAGE,
    /** The target. */
    NOT_STARTED,
    /** Nothing: the user does not want it any more. */
    INTERRUPTED
  }

  private TargetException(String message, Kind kind) {
    super(message);
    this.kind = kind;
  }

  /** What was typed or written is wrong. */
  public static TargetException usage(String message) {
    return new TargetException(message, Kind.USAGE);
  }

  /** The target does not start. */
  public static TargetException notStarted(String message) {
    return new TargetException(message, Kind.NOT_STARTED);
  }

  /** The user does not want it any more. */
  public static TargetException interrupted() {
    return new TargetException("interrupted while the target was starting", Kind.INTERRUPTED);
  }

  /** What is at fault. */
  public Kind kind() {
    return kind;
  }
}
