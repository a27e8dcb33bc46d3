package io.solewire.simulation.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * A takeover as the generator sees it: from the newcomer's beginning until both its admission and
 * the incumbent's eviction are known. Not thread-safe.
 */
@Name(TakeoverEvent.NAME)
@Label("Takeover, seen by its clients")
@Category("Solewire")
@Description("From a newcomer's beginning until its admission and the eviction are both known")
@StackTrace(false)
public final class TakeoverEvent extends Event {

  /** The name in recordings. */
  public static final String NAME = "solewire.generator.Takeover";

  @Label("User")
  private String user;

  @Label("Newcomer")
  private String newcomer;

  @Label("Incumbent")
  private String incumbent;

  @Label("Eviction latency")
  @Timespan(Timespan.NANOSECONDS)
  private long latency;

  /** Of every newcomer that nobody records. */
  private static final TakeoverEvent NONE = new TakeoverEvent();

  private TakeoverEvent() {}

  /** A newcomer begins. */
  public static TakeoverEvent begun() {
    if (!NONE.isEnabled()) {
      return NONE;
    }
    TakeoverEvent event = new TakeoverEvent();
    event.begin();
    return event;
  }

  /**
   * The incumbent was evicted.
   *
   * @param whose the user
   * @param young the newcomer's name in the history
   * @param old the incumbent's
   * @param nanos eviction latency
   */
  public void done(String whose, String young, String old, long nanos) {
    if (this != NONE && shouldCommit()) {
      user = whose;
      newcomer = young;
      incumbent = old;
      latency = nanos;
      commit();
    }
  }
}
