package io.solewire.simulation.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * How late an event loop of the generator did what was due: a heartbeat of every 10 ms. Whatever
 * arrived meanwhile has waited for as long.
 */
@Name(QueueingEvent.NAME)
@Label("Queueing in the generator")
@Category("Solewire")
@Description("How late an event loop did what was due")
@StackTrace(false)
public final class QueueingEvent extends Event {

  /** The name in recordings. */
  public static final String NAME = "solewire.generator.Queueing";

  @Label("Late")
  @Timespan(Timespan.NANOSECONDS)
  private long late;

  private QueueingEvent() {}

  /**
   * A heartbeat came late.
   *
   * @param nanos by how much
   */
  public static void of(long nanos) {
    QueueingEvent event = new QueueingEvent();
    if (event.shouldCommit()) {
      event.late = nanos;
      event.commit();
    }
  }
}
