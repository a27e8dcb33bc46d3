package io.solewire.server.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * What is asked of a connection waits for its event loop: from another thread's handing it over
 * until the loop takes it. Where the loop asks itself, nothing waits and nothing is recorded.
 */
@Name(QueueingEvent.NAME)
@Label("Queueing")
@Category("Solewire")
@Description("From handing a close over to a connection's event loop until the loop takes it")
@StackTrace(false)
public final class QueueingEvent extends Event {

  /** The name in recordings. */
  public static final String NAME = "solewire.server.Queueing";

  @Label("Connection")
  private String connection;

  private QueueingEvent() {}

  /** It is handed over. */
  public static QueueingEvent begun() {
    QueueingEvent event = new QueueingEvent();
    event.begin();
    return event;
  }

  /**
   * The loop has taken it.
   *
   * @param whose the connection's id
   */
  public void taken(String whose) {
    if (shouldCommit()) {
      connection = whose;
      commit();
    }
  }
}
