package io.solewire.report.timeline;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/**
 * What one user did and saw, ready to be drawn. Immutable and thread-safe. Instants are nanoseconds
 * since the first event that is shown. Strings are as they came, but for characters that hide.
 *
 * @param user the user
 * @param to the last instant that is shown
 * @param from where the finding has to be looked for
 * @param until where that ends
 * @param zero from where the text of the failure counts
 * @param lanes one for each connection, in the order in which they appear
 * @param more events of this user in this case that are not shown
 * @param moreLanes connections of it that are not shown
 */
public record Timeline(
    String user,
    long to,
    long from,
    long until,
    long zero,
    List<Lane> lanes,
    long more,
    long moreLanes) {

  /** How a connection ended, as far as it is shown. */
  public enum End {
    /** The server told it that it is over. */
    EVICTED,
    /** The server said no. */
    REFUSED,
    /** The harness ended it or let go of it. */
    OURS,
    /** The server ended TCP before there was anything to take away. */
    LOST,
    /** Nothing ended it. */
    OPEN
  }

  /** What a connection is about. */
  public enum Phase {
    /** TCP and the bytes of its handshake that do not decide. */
    CONNECTING,
    /** The last byte of the deciding step is held back. */
    HELD,
    /** The server has the whole request. */
    ASKING,
    /** Admitted. */
    ALIVE,
    /** One side has said that it is over; TCP is there. */
    CLOSING
  }

  /**
   * A connection.
   *
   * @param name such as {@code c1}
   * @param note what it is used for, if it is not the usual; may be empty
   * @param end how it ended
   * @param words the same in words
   * @param spans what it was about, one after the other
   * @param marks what happened, in the order of time
   */
  public record Lane(
      String name, String note, End end, String words, List<Span> spans, List<Mark> marks) {}

  /**
   * What a connection was about for some time.
   *
   * @param phase what
   * @param from when it began
   * @param to when it ended
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Span(Phase phase, long from, long to) {}

  /**
   * Something that happened.
   *
   * @param t when
   * @param kind what, as the history names it
   * @param words the same in words
   * @param text what it carried; may be empty
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Mark(long t, String kind, String words, String text) {}

  /** How many events are shown. */
  public int shown() {
    return lanes.stream().mapToInt(lane -> lane.marks().size()).sum();
  }
}
