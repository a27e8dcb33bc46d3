package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The question whether what is published to a user arrives on one connection. */
final class Delivery {

  /** Time that a message has to arrive in. */
  static final long WITHIN = 1_000_000_000L;

  /** What is judged a failure has this much more time (RULES.md, deadlines). */
  private static final long SLACK = 250_000_000L;

  private Delivery() {}

  /**
   * The first message published in an interval, if none of them arrived in time. One is enough: a
   * server that promises at-most-once may lose others. Time counts from the server's answer to it:
   * a message that was long on its way to the server, as TCP to it did not come about, is not late.
   */
  static Optional<Finding> lost(
      UserTraces user, Trace receiver, long from, long until, String context, Say say) {
    long last = Math.min(until, receiver.ending().ours()); // who was let go of reads no more
    List<UserTraces.Published> messages = user.published(from, last);
    return messages.stream().anyMatch(p -> arrived(receiver, p))
        ? Optional.empty()
        : messages.stream()
            .filter(p -> hadTime(p, last))
            .max(Comparator.comparing(UserTraces.Published::accepted))
            .map(p -> missing(receiver, p, context, say));
  }

  /** True if it had all the time that it may take. */
  static boolean hadTime(UserTraces.Published message, long until) {
    return message.answered() + WITHIN <= until;
  }

  static boolean arrived(Trace receiver, UserTraces.Published message) {
    return receiver.texts().stream()
        .anyMatch(
            t -> t.t() <= message.answered() + WITHIN + SLACK && t.text().contains(message.id()));
  }

  static Finding missing(Trace receiver, UserTraces.Published message, String context, Say say) {
    String expected = "published message reaches " + receiver.conn() + " within 1 s" + context;
    String answer = message.answer() == null ? "" : " \"" + message.answer() + "\"";
    String http = message.status() == null ? "" : "HTTP " + message.status() + answer + "; ";
    String actual = http + "nothing on " + receiver.conn() + " within 1000 ms";
    long to = message.answered() + WITHIN;
    return message.accepted()
        ? say.broken(expected, actual, message.t(), to).overdue(to + SLACK, until(receiver, to))
        : say.unseen(expected, http + "the message was not taken", message.t(), to);
  }

  /** When it came at last, or it was let go of; at most a second later than the deadline. */
  private static long until(Trace receiver, long deadline) {
    return Math.min(receiver.ending().ours(), deadline + WITHIN);
  }
}
