package io.solewire.server.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A newcomer gets in: from its valid request, read, until its 101 is written and the incumbents are
 * asked to go. For one thread, but it may begin and end on different ones.
 */
@Name(TakeoverEvent.NAME)
@Label("Takeover")
@Category("Solewire")
@Description("From a newcomer's request, read, until it is in and its incumbents are asked to go")
@StackTrace(false)
public final class TakeoverEvent extends Event {

  /** The name in recordings. */
  public static final String NAME = "solewire.server.Takeover";

  @Label("User")
  private String user;

  @Label("Newcomer")
  private String newcomer;

  @Label("Incumbents")
  private int incumbents;

  private TakeoverEvent() {}

  /** The request is read. */
  public static TakeoverEvent begun() {
    TakeoverEvent event = new TakeoverEvent();
    event.begin();
    return event;
  }

  /**
   * The newcomer is in, and the others are asked to go.
   *
   * @param whose the user
   * @param who the newcomer's id
   * @param others how many there were; nothing is recorded if there were none
   */
  public void done(String whose, String who, int others) {
    if (others > 0 && shouldCommit()) {
      user = whose;
      newcomer = who;
      incumbents = others;
      commit();
    }
  }
}
