package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.CaseFold;
import io.solewire.history.Detail;
import io.solewire.history.Ending;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.RunClock;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.load.HeldOnes;
import io.solewire.profile.Payload;
import io.solewire.profile.Variables;
import io.solewire.record.Recorder;
import io.solewire.record.Sink;
import io.solewire.simulation.client.Link;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a user, from the plan to the end. Not thread-safe: everything happens on the
 * user's event loop. What is known of it is its trace, folded from the same events that are
 * written.
 */
final class Attempt implements Sink, Link.Owner {

  private final Resident resident;
  private final Load load;
  private final Coming coming;
  private final Link link;
  private final Recorder recorder;
  private final CaseFold fold = new CaseFold();
  private final Trace trace;
  private final Closing closing;
  private ScheduledFuture<?> patience;
  private ScheduledFuture<?> deadline;
  private boolean decided;
  private boolean told;
  private boolean leaving;
  private Attempt successor;
  private String asked;

  Attempt(Resident resident, Load load, String conn, Coming coming) {
    this.resident = resident;
    this.load = load;
    this.coming = coming;
    this.link = new Link(load.clock(), this);
    Recorder.Who who = new Recorder.Who(resident.user(), conn, coming.role(), "");
    this.recorder = new Recorder(load.profile(), this, who, resident.call().variables(), link);
    this.trace = fold.trace(resident.user(), conn);
    this.closing = new Closing(load, resident, trace, link);
  }

  void begin() {
    if (coming.isPlanned()) {
      record(coming.due(), EventKind.PLANNED, Detail.named(coming.phase()));
    }
    if (coming.racing()) {
      recorder.fault(Faults.RACE, null);
    }
    load.room().enter();
    patience =
        resident.loop().schedule(this::outOfPatience, load.patienceNanos(), TimeUnit.NANOSECONDS);
    link.open(load.dialer(), resident.loop(), resident.call(), recorder);
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
    return closing.isClosed();
  }

  /** Who took over from it, once that one is admitted. */
  Attempt successor() {
    return successor;
  }

  /** From now on it has to be evicted within a bound. */
  void supersededBy(Attempt newcomer) {
    successor = newcomer;
    if (!told && !isClosed()) {
      long bound = load.profile().evicted().forceWithSlack().toNanos() + Load.MARGIN_NANOS;
      deadline = resident.loop().schedule(this::outOfTime, bound, TimeUnit.NANOSECONDS);
    }
  }

  /** Its answer is waited for, within a bound. */
  void probe() {
    if (!told && !isClosed()) {
      String id = recorder.probe();
      asked = id;
      resident.loop().schedule(() -> forget(id), Load.PROBE_PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  /** The same, of one that was held until the end. */
  void askAtTheEnd() {
    recorder.fault(HeldOnes.ASKED, null);
    probe();
  }

  boolean awaitsAnswer() {
    return asked != null && !told && !isClosed() && !trace.answers().answered(asked);
  }

  private void forget(String id) {
    if (id.equals(asked)) {
      asked = null;
      resident.settle();
    }
  }

  @Override
  public void record(long t, String user, String conn, EventKind kind, Detail detail) {
    Event event = new Event(t, load.segment(), user, conn, kind, detail);
    fold.accept(event);
    load.scribe().take(event);
  }

  void record(long t, EventKind kind, Detail detail) {
    record(t, trace.user(), trace.conn(), kind, detail);
  }

  @Override
  public RunClock clock() {
    return load.clock();
  }

  @Override
  public void changed() {
    if (!decided && trace.admitted() != NEVER) {
      decide();
      resident.admitted(this);
    }
    Ending ending = trace.ending();
    boolean ended = trace.refused() != NEVER || ending.evicted() != NEVER;
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
      closing.advance(byReset());
    }
    if (asked != null && trace.answers().answered(asked)) {
      asked = null;
      resident.settle();
    }
  }

  /** Says something, as the profile has it. */
  void say(Payload payload, Variables filled) {
    recorder.say(payload, filled);
  }

  /** Leaves in order: by a Close that the server answers. */
  void goodbye() {
    leaving = true;
    closing.goodbye();
  }

  /** Is gone without a word. */
  void crash() {
    leaving = true;
    closing.reset();
  }

  private boolean byReset() {
    boolean sampled = successor != null && successor.coming.closely();
    return load.closesByReset() && !sampled && !resident.isTakenOverClosely();
  }

  private void decide() {
    decided = true;
    patience.cancel(false);
  }

  @Override
  public void unreachable(Throwable cause) {
    if (!decided) {
      String why = load.health().explain(cause);
      record(load.clock().nanos(), EventKind.TCP_FAILED, Detail.named(coming.role().text(), why));
      if (load.health().lastFailureIsTheirs()) {
        load.life().unreachable(why);
      }
      decide();
      closing.unreachable();
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
    load.health().doubt("the harness failed: " + cause);
    giveUp("harness", cause.toString());
    closing.reset();
  }

  private void outOfPatience() {
    giveUp("timeout", "still waiting for " + recorder.waitingFor());
  }

  private void giveUp(String fault, String why) {
    if (!decided) {
      recorder.fault(fault, why);
      decide();
      closing.reset();
      resident.failed(this);
    }
  }

  private void outOfTime() {
    if (!told && !isClosed()) {
      recorder.probe();
      resident.loop().schedule(this::left, Load.LAST_PROBE_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  private void left() {
    if (!told && !isClosed()) {
      resident.left(this);
      closing.reset();
    }
  }

  /** One too many of those that met: nobody knows of whom it is the incumbent. */
  void letGo() {
    if (isAlive()) {
      closing.reset();
    }
  }

  /** Lets go of it where nothing has ended it. */
  void leave() {
    if (patience != null) {
      patience.cancel(false);
    }
    decided = true;
    closing.leave();
  }

  /** The last that is said of it. */
  void abandoned() {
    if (trace.tcpFailed() == NEVER) {
      recorder.abandoned(load.clock().nanos());
    }
  }
}
