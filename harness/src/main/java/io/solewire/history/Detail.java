package io.solewire.history;

/**
 * What is known about an event besides when, who and what. Immutable; absent parts are null and are
 * not written.
 *
 * @param code close code; null on a Close frame means that it carried none (RFC 6455 7.1.5: 1005)
 * @param status HTTP status
 * @param length payload length in bytes; of a Close frame, of its reason
 * @param took how long the server took to answer, in nanoseconds
 * @param utf8 false if a text or reason was not valid UTF-8
 * @param name what: the opcode of a frame, the fault, the role of a connection, the signal
 * @param id the probe's or the message's id
 * @param step number of the dialogue's step, counted from 1
 * @param decides true if the server takes over at this step
 * @param means what a frame means by the profile: {@code evicted}, {@code refused}
 * @param text payload, reason, response or note, shortened
 */
public record Detail(
    Integer code,
    Integer status,
    Long length,
    Long took,
    Boolean utf8,
    String name,
    String id,
    Integer step,
    Boolean decides,
    String means,
    String text) {

  /** Nothing else is known. */
  public static final Detail NONE =
      new Detail(null, null, null, null, null, null, null, null, null, null, null);

  /** Longest text that is kept, in characters. */
  public static final int MAX_TEXT = 512;

  /** What a shortened text ends in. */
  static final String CUT = "…";

  /** A bare name: a fault, a role. */
  public static Detail named(String name) {
    return new Detail(null, null, null, null, null, name, null, null, null, null, null);
  }

  /** A name and a note on it. */
  public static Detail named(String name, String text) {
    return new Detail(null, null, null, null, null, name, null, null, null, null, cut(text));
  }

  /** A note. */
  public static Detail note(String text) {
    return new Detail(null, null, null, null, null, null, null, null, null, null, cut(text));
  }

  /** A probe's or message's id. */
  public static Detail id(String id) {
    return new Detail(null, null, null, null, null, null, id, null, null, null, null);
  }

  /** A message handed to the server that says nothing to it. */
  public static Detail published(String id) {
    return new Detail(null, null, null, null, null, null, id, null, null, null, null);
  }

  /** A message handed to the server, what the server said to it, and when: after so long. */
  public static Detail published(String id, int status, String answer, long took) {
    return new Detail(null, status, null, took, null, null, id, null, null, null, cut(answer));
  }

  /** An HTTP status. */
  public static Detail status(int status, String text) {
    return new Detail(null, status, null, null, null, null, null, null, null, null, cut(text));
  }

  /** A frame; the text is null for binary. */
  public static Detail frame(String opcode, long length, Boolean utf8, String means, String text) {
    return new Detail(null, null, length, null, utf8, opcode, null, null, null, means, cut(text));
  }

  /** A Close frame. */
  public static Detail close(Integer code, long reasonBytes, Boolean utf8, String reason) {
    return new Detail(
        code, null, reasonBytes, null, utf8, null, null, null, null, null, cut(reason));
  }

  /** A step of the dialogue. */
  public static Detail step(int step, boolean decides) {
    return new Detail(null, null, null, null, null, null, null, step, decides, null, null);
  }

  private static String cut(String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + CUT;
  }
}
