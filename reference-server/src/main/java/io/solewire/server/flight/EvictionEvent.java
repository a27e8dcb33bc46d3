package io.solewire.server.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * An incumbent is told: from being asked to go until its Close frame is handed to TCP. It begins on
 * the newcomer's event loop and ends on the incumbent's.
 */
@Name(EvictionEvent.NAME)
@Label("Eviction")
@Category("Solewire")
@Description("From an incumbent being asked to go until its Close frame is handed to TCP")
@StackTrace(false)
public final class EvictionEvent extends Event {

  /** The name in recordings. */
  public static final String NAME = "solewire.server.Eviction";

  @Label("User")
  private String user;

  @Label("Incumbent")
  private String incumbent;

  private EvictionEvent() {}

  /** It is asked to go. */
  public static EvictionEvent begun() {
    EvictionEvent event = new EvictionEvent();
    event.begin();
    return event;
  }

  /**
   * Its Close frame is handed to TCP.
   *
   * @param whose the user
   * @param who the incumbent's id
   */
  public void told(String whose, String who) {
    if (shouldCommit()) {
      user = whose;
      incumbent = who;
      commit();
    }
  }
}
