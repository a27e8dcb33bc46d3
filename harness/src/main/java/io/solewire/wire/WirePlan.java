package io.solewire.wire;

/**
 * What a Wire is to do from its first byte on, so that a fault cannot come too late. Immutable.
 *
 * @param holdStep hold back the last byte of this: 0 the upgrade request, n the n-th data frame of
 *     the client; {@link #NOTHING} for none
 * @param withholdClose keep the server's Close frame from the client until told otherwise
 * @param smallWindow use a small receive buffer, so that a client that stops reading fills it soon
 * @param elsewhere come from 127.0.0.2; only a target on this machine can be reached from there
 */
public record WirePlan(
    int holdStep, boolean withholdClose, boolean smallWindow, boolean elsewhere) {

  /** No step is held. */
  public static final int NOTHING = -1;

  /** Forward everything as it is. */
  public static final WirePlan PLAIN = new WirePlan(NOTHING, false, false, false);

  /** The same, but holding the last byte of a step. */
  public WirePlan holding(int step) {
    return new WirePlan(step, withholdClose, smallWindow, elsewhere);
  }

  /** The same, but withholding the server's Close frame. */
  public WirePlan withholdingClose() {
    return new WirePlan(holdStep, true, smallWindow, elsewhere);
  }

  /** The same, but with a small receive buffer. */
  public WirePlan withSmallWindow() {
    return new WirePlan(holdStep, withholdClose, true, elsewhere);
  }

  /** The same, but from another address of this machine. */
  public WirePlan fromElsewhere() {
    return new WirePlan(holdStep, withholdClose, smallWindow, true);
  }
}
