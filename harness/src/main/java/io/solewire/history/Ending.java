package io.solewire.history;

import static io.solewire.history.Trace.NEVER;

import java.util.Set;

/**
 * How a connection ended, seen from both sides. Not thread-safe, as {@link Trace}. A signal counts
 * as the server's only if it came before the harness itself ended or let go of the connection.
 */
public final class Ending {

  /** Of a connection that nothing has ended so far; it is never folded. */
  static final Ending NONE = new Ending();

  private static final Set<String> DATA = Set.of("text", "binary", "continuation", "data");

  private long message = NEVER;
  private long closeIn = NEVER;
  private Detail close = Detail.NONE;
  private long closeOut = NEVER;
  private long finIn = NEVER;
  private long rstIn = NEVER;
  private long ours = NEVER;
  private long abandoned = NEVER;
  private int closes;
  private int dataAfterClose;
  private String firstDataAfterClose = "";

  /** True if it is the first that can be said of a connection's end. */
  static boolean begins(Event event) {
    return switch (event.kind()) {
      case CLOSE_IN, CLOSE_OUT, FIN_IN, RST_IN, FIN_OUT, RST_OUT, ABANDONED -> true;
      case FRAME_IN -> means(event);
      default -> false;
    };
  }

  private static boolean means(Event event) {
    return "evicted".equals(event.detail().means());
  }

  void accept(Event event) {
    long t = event.t();
    switch (event.kind()) {
      case FRAME_IN -> frame(event);
      case CLOSE_IN -> {
        closes++;
        if (closeIn == NEVER) {
          closeIn = t;
          close = event.detail();
        }
      }
      case CLOSE_OUT -> {
        closeOut = Math.min(closeOut, t);
        ours = closeIn == NEVER ? Math.min(ours, t) : ours;
      }
      case FIN_IN -> finIn = Math.min(finIn, t);
      case RST_IN -> rstIn = Math.min(rstIn, t);
      case FIN_OUT, RST_OUT -> ours = Math.min(ours, t);
      case ABANDONED -> {
        abandoned = Math.min(abandoned, t);
        ours = Math.min(ours, t);
      }
      default -> {
        // not an ending
      }
    }
  }

  private void frame(Event event) {
    String opcode = event.detail().name();
    boolean data = opcode != null && DATA.contains(opcode);
    if (data && closeIn != NEVER) {
      dataAfterClose++;
      String text = event.detail().text();
      firstDataAfterClose = dataAfterClose == 1 && text != null ? text : firstDataAfterClose;
    }
    if (means(event)) {
      message = Math.min(message, event.t());
    }
  }

  /** When the server first told the connection that it is over; {@code NEVER} if we ended it. */
  public long evicted() {
    return unlessOurs(Math.min(message, Math.min(closeIn, released())));
  }

  /** When it sent its Close frame or ended TCP, whatever it said before; as {@link #evicted}. */
  public long hungUp() {
    return unlessOurs(Math.min(closeIn, released()));
  }

  private long unlessOurs(long first) {
    return first < ours ? first : NEVER;
  }

  /** By which signal: {@code message}, {@code close}, {@code fin}, {@code rst}, or empty. */
  public String by() {
    long first = evicted();
    if (first == NEVER) {
      return "";
    }
    if (first == message) {
      return "message";
    }
    if (first == closeIn) {
      return "close";
    }
    return first == finIn ? "fin" : "rst";
  }

  /** When a message was read that means evicted by the profile. */
  public long message() {
    return message;
  }

  /** When the server's Close frame was read. */
  public long closeIn() {
    return closeIn;
  }

  /** What the server's Close frame carried. */
  public Detail close() {
    return close;
  }

  /** How many Close frames of the server were read; more than one is one too many. */
  public int closes() {
    return closes;
  }

  /** When our Close frame was written, as an echo or on our own. */
  public long closeOut() {
    return closeOut;
  }

  /** When the server ended TCP. */
  public long released() {
    return Math.min(finIn, rstIn);
  }

  /** True if the server ended TCP by RST rather than FIN. */
  public boolean reset() {
    return rstIn < finIn;
  }

  /** When the harness ended it or let go, whichever came first. */
  public long ours() {
    return ours;
  }

  /** When the harness let go of it. */
  public long abandoned() {
    return abandoned;
  }

  /** True if nothing has ended it so far. */
  public boolean open() {
    return evicted() == NEVER && ours == NEVER;
  }

  /** Number of data frames that the server sent after its Close frame. */
  public int dataAfterClose() {
    return dataAfterClose;
  }

  /** The first of them. */
  public String firstDataAfterClose() {
    return firstDataAfterClose;
  }
}
