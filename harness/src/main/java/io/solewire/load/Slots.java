package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import io.solewire.result.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures parts of a load's time, each by itself. A newcomer belongs to the part in which the plan
 * meant it to come. Not thread-safe.
 */
final class Slots {

  /** A part whose newcomers are fewer than this is not the planned one. */
  private static final double LEAST_STARTED = 0.98;

  private static final double MOST_ERRORS = 0.01;

  private final Profile profile;
  private final LoadPlan plan;
  private final List<Slot> slots = new ArrayList<>();
  private final TreeMap<Long, Slot> byBegin = new TreeMap<>();

  Slots(Profile profile, LoadPlan plan) {
    this.profile = profile;
    this.plan = plan;
  }

  /**
   * Adds a part.
   *
   * @param from its beginning, on the clock of the history
   * @param length nanoseconds
   * @param planned newcomers per second in it
   */
  void add(long from, long length, double planned) {
    Meter meter = new Meter(profile, plan, t -> t >= from && t < from + length);
    Slot slot = new Slot(meter, new Pace(), length / 1e9, planned);
    slots.add(slot);
    byBegin.put(from, slot);
  }

  /** Takes in any event: that a newcomer was planned is told to its part. */
  void planned(Event event) {
    if (event.kind() == EventKind.PLANNED) {
      Map.Entry<Long, Slot> slot = byBegin.floorEntry(event.t());
      if (slot != null) {
        slot.getValue().meter().planned(event);
      }
    }
  }

  private void asked(Trace newcomer) {
    Map.Entry<Long, Slot> slot = byBegin.floorEntry(newcomer.planned());
    if (slot != null && newcomer.requested() != Trace.NEVER) {
      slot.getValue().pace().asked(newcomer.requested() - slot.getKey());
    }
  }

  /** Only the parts from which there are newcomers in the window have to look at it. */
  void accept(Window window) {
    window.user().traces().stream()
        .filter(trace -> !trace.phase().isEmpty())
        .map(trace -> byBegin.floorEntry(trace.planned()))
        .filter(Objects::nonNull)
        .map(Map.Entry::getValue)
        .distinct()
        .forEach(slot -> slot.meter().accept(window));
    window.over().filter(trace -> !trace.phase().isEmpty()).forEach(this::asked);
  }

  /** All parts, in the order in which they were added. */
  List<Slot> all() {
    return slots;
  }

  /**
   * One part.
   *
   * @param meter what was measured in it
   * @param pace how fast newcomers got as far as asking the server
   * @param seconds its duration
   * @param planned newcomers per second
   */
  record Slot(Meter meter, Pace pace, double seconds, double planned) {

    /** Newcomers that were started, per second. */
    double rate() {
      return Math.min(meter.rate(seconds), meter.counts().started() / seconds);
    }

    /** Why the server had less to do than planned, by its own doing; empty if it had not. */
    Optional<String> slow() {
      return pace.slow(seconds, planned);
    }

    /** Why its numbers are not those of the planned load; empty if they are. */
    Optional<String> doubt() {
      Meter.Counts counts = meter.counts();
      if (rate() < planned * LEAST_STARTED - 1) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %.0f/s of %.0f/s were started",
                Capacity.GENERATOR,
                rate(),
                planned));
      }
      return counts.errors() > counts.started() * MOST_ERRORS
          ? Optional.of(counts.errors() + " newcomers were not admitted")
          : Optional.empty();
    }
  }
}
