package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Ending;
import io.solewire.history.Trace;
import io.solewire.simulation.client.Link;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How our side of a connection ends. Not thread-safe. On loopback by RST, since each FIN would
 * stand in the kernel's connection table for two minutes; elsewhere, and in the sample that
 * measures release, by the echo of the Close frame, and then the server ends TCP.
 */
final class Closing {

  private static final int NORMAL = 1000;

  private final Load load;
  private final Resident resident;
  private final Trace trace;
  private final Link link;
  private ScheduledFuture<?> bound;
  private boolean echoed;
  private boolean closed;

  Closing(Load load, Resident resident, Trace trace, Link link) {
    this.load = load;
    this.resident = resident;
    this.trace = trace;
    this.link = link;
  }

  boolean isClosed() {
    return closed;
  }

  /** Something was seen on a connection that is over. */
  void advance(boolean byReset) {
    Ending ending = trace.ending();
    if (closed) {
      return;
    }
    boolean refusedByHttp = trace.upgraded() == NEVER && trace.refused() != NEVER;
    if (ending.released() != NEVER || refusedByHttp) {
      link.end();
      close();
    } else if (ending.closeIn() != NEVER && byReset) {
      reset();
    } else {
      if (ending.closeIn() != NEVER && !echoed) {
        echoed = true;
        link.echo(ending.close().code());
      }
      bound(load.profile().evicted().forceWithSlack().toNanos());
    }
  }

  /** Closes in order, and waits for the answer and the end of TCP. */
  void goodbye() {
    if (!closed && !echoed) {
      echoed = true;
      link.echo(NORMAL);
      bound(load.profile().evicted().forceWithSlack().toNanos());
    }
  }

  private void bound(long nanos) {
    if (bound == null) {
      bound = resident.loop().schedule(this::reset, nanos, TimeUnit.NANOSECONDS);
    }
  }

  void reset() {
    if (!closed) {
      link.reset();
      close();
    }
  }

  /** TCP never came about. */
  void unreachable() {
    close();
  }

  void leave() {
    if (closed) {
      return;
    }
    if (load.closesByReset()) {
      reset();
    } else {
      link.echo(NORMAL);
      link.end();
      close();
    }
  }

  private void close() {
    if (!closed) {
      closed = true;
      if (bound != null) {
        bound.cancel(false);
      }
      load.room().leave();
      resident.loop().execute(resident::settle);
    }
  }
}
