package io.solewire.cli.target;

/** A target that cannot be found, read or started. */
public final class TargetException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private TargetException(String message, boolean usage) {
    super(message);
    this.usage = usage;
  }

  static TargetException usage(String message) {
    return new TargetException(message, true);
  }

  static TargetException notStarted(String message) {
    return new TargetException(message, false);
  }

  /** True if what was typed or written is at fault, rather than the target. */
  public boolean isUsage() {
    return usage;
  }
}
