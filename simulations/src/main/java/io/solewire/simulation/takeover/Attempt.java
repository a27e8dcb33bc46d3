package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.RunClock;
import io.solewire.history.Trace;
import io.solewire.load.HeldOnes;
import io.solewire.load.Starts;
import io.solewire.profile.Payload;
import io.solewire.profile.Variables;
import io.solewire.record.Recorder;
import io.solewire.record.Sink;
import io.solewire.simulation.client.Link;
import io.solewire.wire.Call;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a user, from the plan to the end. Not thread-safe: everything happens on the
 * user's event loop. What is known of it is its trace, folded from the same events that are
 * written.
 */
final class Attempt implements Sink, Link.Owner {

  private final Resident resident;
  private final Coming coming;
  private final Link link;
  private final Recorder recorder;
  private final Trace trace;
  private ScheduledFuture<?> patience;
  private ScheduledFuture<?> deadline;
  private boolean decided;
  private boolean told;
  private boolean leaving;
  private Attempt successor;
  private Closing closing;
  private Question question;

  Attempt(Resident resident, String conn, Coming coming) {
    this.resident = resident;
    this.coming = coming;
    this.link = new Link(load().clock(), this);
    Recorder.Who who = new Recorder.Who(resident.user(), conn, coming.role(), "");
    this.recorder = new Recorder(load().profile(), this, who, resident.variables(), link);
    this.trace = new Trace(resident.user(), conn);
  }

  private Load load() {
    return resident.load();
  }

  /** How our side ends, once it does. */
  private Closing closing() {
    closing = closing == null ? new Closing(load(), resident, trace, link) : closing;
    return closing;
  }

  void begin(Call where) {
    if (coming.isPlanned()) {
      Detail planned = Starts.planned(coming.phase(), coming.late());
      record(coming.due(), trace.user(), trace.conn(), EventKind.PLANNED, planned);
    }
    mark(coming.mark());
    load().room().enter();
    patience =
        resident.loop().schedule(this::outOfPatience, load().patienceNanos(), TimeUnit.NANOSECONDS);
    link.open(load().dialer(), resident.loop(), where, recorder);
  }

  /** Tells the judges what it is part of, see {@link Coming}. */
  void mark(String mark) {
    if (!mark.isEmpty()) {
      recorder.fault(mark, null);
    }
  }

  Coming coming() {
    return coming;
  }

  Trace trace() {
    return trace;
  }

  /** Admitted, or it is known that it will not be. */
  boolean isDecided() {
    return decided;
  }

  /** The server has told it that it is over. */
  boolean isTold() {
    return told;
  }

  /** Admitted, and neither told nor let go of. */
  boolean isAlive() {
    return trace.admitted() != NEVER && !told && !leaving && !isClosed();
  }

  /** We are ending it ourselves. */
  boolean isLeaving() {
    return leaving;
  }

  /** Nothing is owed to it any more. */
  boolean isClosed() {
    return closing != null && closing.isClosed();
  }

  /** Who took over from it, once that one is admitted. */
  Attempt successor() {
    return successor;
  }

  /** From now on it has to be evicted within a bound. */
  void supersededBy(Attempt newcomer) {
    successor = newcomer;
    if (!told && !isClosed()) {
      long bound = load().profile().evicted().forceWithSlack().toNanos() + Load.MARGIN_NANOS;
      deadline = resident.loop().schedule(this::outOfTime, bound, TimeUnit.NANOSECONDS);
    }
  }

  /** Its answer is waited for, within a bound. */
  void probe() {
    if (!told && !isClosed()) {
      question = question == null ? new Question(resident, trace) : question;
      question.ask(recorder.probe());
    }
  }

  /** The same, of one that was held until the end. */
  void askAtTheEnd() {
    recorder.fault(HeldOnes.ASKED, null);
    probe();
  }

  boolean awaitsAnswer() {
    return question != null && question.isOpen() && !told && !isClosed();
  }

  @Override
  public void record(long t, String user, String conn, EventKind kind, Detail detail) {
    Event event = new Event(t, load().segment(), user, conn, kind, detail);
    trace.accept(event);
    load().scribe().take(event);
    if (kind == EventKind.FRAME_IN) {
      resident.read(detail.text());
    }
  }

  @Override
  public RunClock clock() {
    return load().clock();
  }

  @Override
  public void changed() {
    if (!decided && trace.admitted() != NEVER) {
      decide();
      resident.admitted(this);
    }
    boolean ended = trace.refused() != NEVER || trace.ending().evicted() != NEVER;
    if (!decided && ended) {
      decide();
      resident.failed(this);
    } else if (decided && !told && trace.evicted() != NEVER) {
      told = true;
      if (deadline != null) {
        deadline.cancel(false);
      }
      resident.told(this);
    }
    if (ended || leaving) {
      closing().advance(byReset());
    }
    if (question != null) {
      question.look();
    }
  }

  /** Says something, as the profile has it. */
  void say(Payload payload, Variables filled) {
    recorder.say(payload, filled);
  }

  /** Leaves in order: by a Close that the server answers. */
  void goodbye() {
    leaving = true;
    closing().goodbye();
  }

  /** Is gone without a word. */
  void crash() {
    leaving = true;
    closing().reset();
  }

  private boolean byReset() {
    boolean sampled = successor != null && successor.coming.closely();
    return load().closesByReset() && !sampled && !resident.attempts().areTakenOverClosely();
  }

  private void decide() {
    decided = true;
    if (patience != null) {
      patience.cancel(false);
      patience = null;
    }
  }

  @Override
  public void unreachable(Throwable cause) {
    if (!decided) {
      String why = load().health().explain(cause);
      Detail detail = Detail.named(coming.role().text(), why);
      record(load().clock().nanos(), trace.user(), trace.conn(), EventKind.TCP_FAILED, detail);
      if (load().health().lastFailureIsTheirs()) {
        load().life().unreachable(why);
      }
      decide();
      closing().unreachable();
      resident.failed(this);
    }
  }

  @Override
  public void malformed(String why) {
    giveUp("handshake", why);
  }

  @Override
  public void failed(Throwable cause) {
    recorder.fault("harness-error", cause.toString());
    load().health().doubt("the harness failed: " + cause);
    giveUp("harness", cause.toString());
    closing().reset();
  }

  private void outOfPatience() {
    boolean doubtful = load().doubtNanos(trace.opened(), trace.opened()) > 0;
    if (resident.isOwed() || doubtful) {
      patience = resident.mail().later(this::outOfPatience);
      return;
    }
    giveUp("timeout", "still waiting for " + recorder.waitingFor());
  }

  private void giveUp(String fault, String why) {
    if (!decided) {
      recorder.fault(fault, why);
      decide();
      closing().reset();
      resident.failed(this);
    }
  }

  private void outOfTime() {
    if (told || isClosed()) {
      return;
    }
    long doubt = load().doubtNanos(successor.trace().requested(), successor.trace().admitted());
    if (doubt > 0) {
      deadline = resident.loop().schedule(this::outOfTime, doubt, TimeUnit.NANOSECONDS);
    } else {
      recorder.probe();
      resident.loop().schedule(this::left, Load.LAST_PROBE_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  private void left() {
    if (!told && !isClosed()) {
      resident.left(this);
      closing().reset();
    }
  }

  /** One too many of those that met: nobody knows of whom it is the incumbent. */
  void letGo() {
    if (isAlive()) {
      closing().reset();
    }
  }

  /** Lets go of it where nothing has ended it. */
  void leave() {
    decide();
    closing().leave();
  }

  /** The last that is said of it. */
  void abandoned() {
    if (trace.tcpFailed() == NEVER) {
      recorder.abandoned(load().clock().nanos());
    }
  }
}
