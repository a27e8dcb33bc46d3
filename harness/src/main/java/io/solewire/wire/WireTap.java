package io.solewire.wire;

/**
 * Is told what passes over a Wire, at the instant it passes. Called from the Wire's threads, never
 * from two at once for one direction; implementations must be quick and thread-safe. Instants are
 * of the run's clock: what comes in is stamped right after the read, what goes out right before the
 * write.
 */
public interface WireTap {

  /** The TCP connection to the server stands. */
  void opened(long t);

  /** The last byte of the upgrade request is about to be written. */
  void requestSent(long t);

  /**
   * The server answered the upgrade.
   *
   * @param status the HTTP status; -1 if it does not speak HTTP
   * @param line the status line
   */
  void answered(long t, int status, String line);

  /** A frame came from the server. */
  void frameIn(long t, Frame frame);

  /** True once nothing more is to be read from the server; its writes are blocked in time. */
  boolean hasEnough();

  /** A frame of the client is about to be written to the server. */
  void frameOut(long t, Frame frame);

  /** The server ended its direction of TCP. */
  void finIn(long t);

  /** The server reset TCP. */
  void resetIn(long t);

  /** The Wire ended our direction of TCP. */
  void finOut(long t);

  /** The Wire reset TCP. */
  void resetOut(long t);

  /** The last byte of what is held back is now the only one missing. */
  void held(long t);

  /** The Wire let go of the connection; nothing follows. */
  void abandoned(long t);
}
