package io.solewire.history;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that one user did and saw in one case. Users are independent of one another, so this
 * is what a judge judges. Immutable as far as its traces are no longer folded.
 *
 * @param user the user
 * @param traces its connections in the order in which they asked
 * @param published messages handed to the server for it
 * @param end the last instant at which it was watched
 */
public record UserTraces(String user, List<Trace> traces, List<Published> published, long end) {

  /** Sorts the connections. */
  public UserTraces {
    traces = traces.stream().sorted(Comparator.comparingLong(Trace::requested)).toList();
    published = List.copyOf(published);
  }

  /**
   * A message handed to the server for the user.
   *
   * @param t when it was about to be handed over
   * @param id what is looked for in the messages that arrive
   * @param status the HTTP status, null if it went another way
   * @param answer what the server said to it
   */
  public record Published(long t, String id, Integer status, String answer) {

    /** True if the server took it, as far as it says. */
    public boolean accepted() {
      return status == null || status / 100 == 2;
    }
  }

  /** Its connections that are used as this. */
  public List<Trace> as(Role role) {
    return traces.stream().filter(t -> t.role() == role).toList();
  }
}
