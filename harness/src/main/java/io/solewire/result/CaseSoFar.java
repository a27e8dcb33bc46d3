package io.solewire.result;

import io.solewire.history.CaseFold;
import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.EventSink;
import io.solewire.history.HistoryException;
import io.solewire.history.TimeOrder;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;

/**
 * One case while its events come: folded, so that memory grows with connections and not with
 * events. Not thread-safe.
 */
public final class CaseSoFar implements EventSink {

  private static final Detail CUT_OFF =
      Detail.named(Conclusion.CANNOT_GO_ON, "the case was cut off before its end");

  private final CaseFold fold = new CaseFold();
  private Event begin;
  private Event end;
  private long floodedAt = Trace.NEVER;

  /** Takes in the next event, in whatever order connections were recorded. */
  void fold(Event event) {
    switch (event.kind()) {
      case CASE_BEGIN -> begin = begin == null ? event : begin;
      case CASE_END -> end = end == null ? event : end;
      case FAULT -> {
        if (Faults.FLOOD.equals(event.detail().name())) {
          floodedAt = Math.min(floodedAt, event.t());
        }
      }
      default -> {
        // of a connection
      }
    }
    fold.accept(event);
  }

  /**
   * Takes in the next event of a file.
   *
   * @param event the event
   * @throws HistoryException if it cannot come here: its connection has been seen at a later
   *     instant, or the case has ended, or begins once more
   */
  @Override
  public void accept(Event event) throws HistoryException {
    if (end != null
        && (event.kind() == EventKind.CASE_END || event.t() > end.t() + TimeOrder.LATE)) {
      throw new HistoryException(
          event.kind().text() + " after the end of its case, " + event.caseId());
    }
    if (begin != null && event.kind() == EventKind.CASE_BEGIN) {
      throw new HistoryException("the case " + event.caseId() + " begins a second time");
    }
    if (!event.user().isEmpty() && !event.conn().isEmpty()) {
      TimeOrder.check(event, fold.trace(event.user(), event.conn()).last());
    }
    fold(event);
  }

  CaseFold users() {
    return fold;
  }

  String title() {
    return begin == null || begin.detail().text() == null ? "" : begin.detail().text();
  }

  Detail end() {
    return end == null ? CUT_OFF : end.detail();
  }

  /** From then on a connection was not read any more. */
  long floodedAt() {
    return floodedAt;
  }

  long durationMs() {
    return end == null ? 0 : (end.t() - (begin == null ? 0 : begin.t())) / 1_000_000;
  }
}
