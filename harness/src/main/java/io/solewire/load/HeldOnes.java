package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.result.Held;
import io.solewire.result.Sleeps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connections that are asked for a sign of life once the plan is over. Not thread-safe. */
public final class HeldOnes {

  /** The name of the event that says so of a connection, before it is asked. */
  public static final String ASKED = "asked-at-the-end";

  /** So long an answer is waited for, in milliseconds. */
  public static final long PATIENCE_MILLIS = 2_500;

  private static final long PATIENCE = PATIENCE_MILLIS * 1_000_000;

  /** Who waited while the machine stood still for more of it than this was not waited for. */
  private static final long MOST_SLEPT = PATIENCE / 2;

  private final Map<String, Question> asked = new HashMap<>();

  /** The first probe since it was said that the connection would be asked. */
  private static final class Question {
    private String id = "";
    private long sent;
    private boolean answered;
    private boolean ended;

    /** It was asked, and had the time to answer. */
    boolean isUnanswered(Sleeps sleeps) {
      return !answered
          && !ended
          && !id.isEmpty()
          && sleeps.during(sent, sent + PATIENCE) <= MOST_SLEPT;
    }
  }

  void accept(Event event) {
    switch (event.kind()) {
      case FAULT -> {
        if (ASKED.equals(event.detail().name())) {
          asked.put(name(event), new Question());
        }
      }
      case PROBE_SENT -> {
        Question question = asked.get(name(event));
        if (question != null && question.id.isEmpty()) {
          question.id = event.detail().id();
          question.sent = event.t();
        }
      }
      case PROBE_ANSWERED -> {
        Question question = asked.get(name(event));
        if (question != null && question.id.equals(event.detail().id())) {
          question.answered = true;
        }
      }
      case CLOSE_IN, FIN_IN, RST_IN ->
          Optional.ofNullable(asked.get(name(event))).ifPresent(question -> question.ended = true);
      default -> {
        // no question and no answer
      }
    }
  }

  private static String name(Event event) {
    return event.user() + ' ' + event.conn();
  }

  /**
   * Those of whom something is known. One that the server ended before it answered is not: whether
   * it might is for the judges to say.
   *
   * @param sleeps when the machine stood still
   * @return null if nobody was asked
   */
  Held held(Sleeps sleeps) {
    long answered = asked.values().stream().filter(q -> q.answered).count();
    long unanswered = asked.values().stream().filter(q -> q.isUnanswered(sleeps)).count();
    return asked.isEmpty() ? null : new Held(answered + unanswered, answered, unanswered);
  }
}
