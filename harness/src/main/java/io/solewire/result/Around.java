package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.judge.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Picks from the events of a case those few that are told with a finding. Bounded memory; not
 * thread-safe.
 */
public final class Around {

  static final int MAX_EVENTS = 12;

  private static final Set<EventKind> TELLING =
      EnumSet.of(
          EventKind.TCP_FAILED,
          EventKind.REFUSED,
          EventKind.ADMITTED,
          EventKind.CLOSE_IN,
          EventKind.FIN_IN,
          EventKind.RST_IN,
          EventKind.CLOSE_OUT,
          EventKind.FIN_OUT,
          EventKind.RST_OUT,
          EventKind.PUBLISHED,
          EventKind.FAULT);

  private final Finding finding;
  private final First all = new First();
  private final First inside = new First();
  private long count;

  /** The first few by their instants; of those at the same instant, in the order of arrival. */
  private static final class First {
    private final PriorityQueue<Placed> last =
        new PriorityQueue<>(
            Comparator.comparingLong((Placed p) -> p.event.t())
                .thenComparingLong(p -> p.place)
                .reversed());

    private record Placed(Event event, long place) {}

    void add(Event event, long place) {
      last.add(new Placed(event, place));
      if (last.size() > MAX_EVENTS) {
        last.remove();
      }
    }

    List<Event> events() {
      List<Placed> placed = new ArrayList<>(last);
      placed.sort(last.comparator().reversed());
      return placed.stream().map(Placed::event).toList();
    }
  }

  /**
   * Begins with none.
   *
   * @param finding what they are told with
   */
  public Around(Finding finding) {
    this.finding = finding;
  }

  /** True of events that are told with a finding, as opposed to frames, probes and the like. */
  public static boolean tells(Event event) {
    return TELLING.contains(event.kind());
  }

  /**
   * Looks at the next event of the case.
   *
   * @param event any event of it
   */
  public void accept(Event event) {
    if (!tells(event) || !event.user().equals(finding.user())) {
      return;
    }
    all.add(event, count);
    if (event.t() >= finding.from() && event.t() <= finding.to()) {
      inside.add(event, count);
    }
    count++;
  }

  /** What is shown, in the order of time. */
  List<Event> shown() {
    List<Event> near = inside.events();
    return count <= MAX_EVENTS || near.isEmpty() ? all.events() : near;
  }

  /** The first instant, from which the others are counted. */
  long origin() {
    List<Event> first = all.events();
    return first.isEmpty() ? 0 : first.get(0).t();
  }

  /** How many events could have been shown. */
  long count() {
    return count;
  }
}
