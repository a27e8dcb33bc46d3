package io.solewire.conformance.run;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.HistoryException;
import io.solewire.history.Segment;
import io.solewire.record.CaseInterruptedException;
import io.solewire.record.CaseRecord;
import io.solewire.record.CredentialsException;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One case from its beginning to its result. For one thread, but for {@link #giveUp}, which another
 * one calls if that thread does not come back.
 */
final class CaseRun {

  private final RunContext run;
  private final CaseInfo info;
  private final Segment segment;
  private final CaseRecord record;
  private final Stage stage;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Thread thread;

  CaseRun(RunContext run, CaseInfo info) throws HistoryException {
    this.run = run;
    this.info = info;
    this.segment = run.history().segment(info.id());
    this.record = new CaseRecord(segment, run.history().clock());
    long seed = run.conclusion().seed() ^ info.id().hashCode();
    this.stage = new Stage(run.profile(), record, run.shared(), seed);
    mark(EventKind.CASE_BEGIN, Detail.note(info.title()));
    run.begun(this);
  }

  String id() {
    return info.id();
  }

  Stage stage() {
    return stage;
  }

  void atWork(Runnable script) {
    thread = Thread.currentThread();
    run.atWork(script);
  }

  CaseResult notApplicable(String key) {
    stage.close();
    return end(Detail.named(Conclusion.NOT_APPLICABLE, key));
  }

  CaseResult finish(Throwable stopped) {
    stage.close();
    record.flooded().ifPresent(run::flooded);
    return end(stopped == null ? Detail.NONE : reason(stopped));
  }

  /** Ends it without its script, which does not return. */
  void giveUp() {
    Thread stuck = thread;
    StackTraceElement[] stack = stuck == null ? new StackTraceElement[0] : stuck.getStackTrace();
    String where = stack.length == 0 ? "before its script" : "at " + stack[0];
    end(error("the case is stuck " + where + "; the run was ended without it"));
    Thread cleaner = new Thread(stage::close, "solewire-clean-up");
    cleaner.setDaemon(true);
    cleaner.start();
  }

  /** Ends it without ever having begun its script. */
  void leaveOut(String why) {
    end(Detail.named(Conclusion.CANNOT_GO_ON, why));
  }

  private CaseResult end(Detail detail) {
    Detail last = segment.problem().map(p -> error("the history: " + p)).orElse(detail);
    mark(EventKind.CASE_END, last);
    segment.close();
    CaseResult result = run.conclusion().conclude(info.id(), segment.events());
    if (ended.compareAndSet(false, true)) {
      run.finished(this, result);
    }
    return result;
  }

  private static Detail reason(Throwable stopped) {
    if (stopped instanceof CannotGoOnException
        || stopped instanceof CredentialsException
        || stopped instanceof CaseInterruptedException) {
      return Detail.named(Conclusion.CANNOT_GO_ON, stopped.getMessage());
    }
    StackTraceElement[] trace = stopped.getStackTrace();
    return error(stopped + (trace.length == 0 ? "" : " at " + trace[0]));
  }

  private static Detail error(String text) {
    return Detail.named(Conclusion.HARNESS_ERROR, text);
  }

  private void mark(EventKind kind, Detail detail) {
    record.record(record.clock().nanos(), "", "", kind, detail);
  }
}
