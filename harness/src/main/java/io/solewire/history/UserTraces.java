package io.solewire.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Everything that one user did and saw in one case. Users are independent of one another, so this
 * is what a judge judges. Immutable and thread-safe as far as its traces are no longer folded; what
 * several judges derive from it is derived once.
 */
public final class UserTraces {

  private final String user;
  private final List<Trace> traces;
  private final List<Published> published;
  private final long end;
  private final Map<Role, List<Trace>> roles = new EnumMap<>(Role.class);
  private final Map<Object, Object> derived = new ConcurrentHashMap<>(4);

  /**
   * Sorts the connections by when they asked, and the messages by when they were handed over.
   *
   * @param user the user
   * @param traces its connections
   * @param published messages handed to the server for it
   * @param end the last instant at which it was watched
   */
  public UserTraces(String user, List<Trace> traces, List<Published> published, long end) {
    this.user = user;
    this.traces = traces.stream().sorted(Comparator.comparingLong(Trace::requested)).toList();
    this.published = published.stream().sorted(Comparator.comparingLong(Published::t)).toList();
    this.end = end;
    for (Trace trace : this.traces) {
      roles.computeIfAbsent(trace.role(), role -> new ArrayList<>()).add(trace);
    }
  }

  /**
   * A message handed to the server for the user.
   *
   * @param t when it was about to be handed over
   * @param answered when the server had answered; the same if it does not
   * @param id what is looked for in the messages that arrive
   * @param status the HTTP status, null if it went another way
   * @param answer what the server said to it
   */
  public record Published(long t, long answered, String id, Integer status, String answer) {

    /** True if the server took it, as far as it says. */
    public boolean accepted() {
      return status == null || status / 100 == 2;
    }
  }

  /** The user. */
  public String user() {
    return user;
  }

  /** Its connections in the order in which they asked. */
  public List<Trace> traces() {
    return traces;
  }

  /** Messages handed to the server for it, in the order of time. */
  public List<Published> published() {
    return published;
  }

  /**
   * Messages handed to the server in an interval.
   *
   * @param after later than this
   * @param until not later than this
   * @return in the order of time
   */
  public List<Published> published(long after, long until) {
    int from = later(after);
    return published.subList(from, Math.max(from, later(until)));
  }

  /** How many were handed over at this instant or before. */
  private int later(long t) {
    return Bisection.first(published.size(), i -> published.get(i).t() > t);
  }

  /** The last instant at which it was watched. */
  public long end() {
    return end;
  }

  /** Its connections that are used as this. */
  public List<Trace> as(Role role) {
    return Collections.unmodifiableList(roles.getOrDefault(role, List.of()));
  }

  /**
   * Something that follows from these traces and the key alone: derived when first asked for.
   *
   * @param <T> its type, the same whenever this key is used
   * @param key says what it is; with {@code equals}
   * @param how derives it; must not ask for anything derived itself
   * @return the same for the same key
   */
  @SuppressWarnings("unchecked")
  public <T> T derived(Object key, Function<UserTraces, T> how) {
    return (T) derived.computeIfAbsent(key, k -> how.apply(this));
  }
}
