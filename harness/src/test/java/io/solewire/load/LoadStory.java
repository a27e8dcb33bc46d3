package io.solewire.load;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.LoadResult;
import io.solewire.result.Sleeps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A load's history told by hand: instants in milliseconds, users and connections by name. */
final class LoadStory {

  static final LoadResult.Generator HEALTHY = new LoadResult.Generator(true, 0.2, 1, 100, null);

  /** One newcomer a second: two seconds of warm-up, eight that are measured. */
  static final LoadPlan PLAN = new LoadPlan("takeover", 1, 3, 2_000, 8_000, "uniform", List.of());

  private final List<Event> events = new ArrayList<>();

  LoadStory() {
    events.add(new Event(0, "load.takeover", "", "", EventKind.CASE_BEGIN, Detail.NONE));
  }

  /** One connection, to be told further. */
  final class Told {
    private final String user;
    private final String conn;

    Told(String user, String conn) {
      this.user = user;
      this.conn = conn;
    }

    Told at(double ms, EventKind kind) {
      return at(ms, kind, Detail.NONE);
    }

    Told at(double ms, EventKind kind, Detail detail) {
      events.add(new Event((long) (ms * 1e6), "load.takeover", user, conn, kind, detail));
      return this;
    }

    /** Asked at one instant and admitted at another. */
    Told connects(double asked, double admitted) {
      return at(asked, EventKind.TCP_OPEN, Detail.named("subject"))
          .at(asked, EventKind.REQUEST_SENT, Detail.step(0, true))
          .at(admitted, EventKind.UPGRADED)
          .at(admitted, EventKind.ADMITTED);
    }

    Told planned(double ms, String phase) {
      return at(ms, EventKind.PLANNED, Detail.named(phase));
    }

    /** Begun so much later than planned, in milliseconds. */
    Told planned(double ms, String phase, double late) {
      return at(ms, EventKind.PLANNED, Starts.planned(phase, (long) (late * 1e6)));
    }

    /** Told by a Close frame, and ended by our RST. */
    Told evicted(double ms, int code) {
      return at(ms, EventKind.CLOSE_IN, Detail.close(code, 0, true, ""))
          .at(ms + 0.01, EventKind.RST_OUT);
    }

    Told probed(double asked, double answered) {
      return probed("p1", asked, answered);
    }

    Told probed(String id, double asked, double answered) {
      return at(asked, EventKind.PROBE_SENT, Detail.id(id))
          .at(answered, EventKind.PROBE_ANSWERED, Detail.id(id));
    }

    Told abandoned(double ms) {
      return at(ms, EventKind.ABANDONED);
    }
  }

  /** The machine of the harness stood still, until an instant. */
  void slept(double end, double ms) {
    String micros = Long.toString((long) (ms * 1e3));
    Detail detail = Detail.named(Sleeps.ASLEEP, micros);
    events.add(new Event((long) (end * 1e6), Sleeps.SEGMENT, "", "", EventKind.FAULT, detail));
  }

  Told conn(String user, String conn) {
    return new Told(user, conn);
  }

  /** A user whose connection is taken over once, in the measured time. */
  LoadStory takeover(String user, double planned, double latency) {
    conn(user, "c1").connects(-500, -499).evicted(planned + latency, 4409);
    conn(user, "c2")
        .planned(planned, LoadPlan.MEASURED)
        .connects(planned, planned + 1)
        .abandoned(20_000);
    conn(user, "c1").abandoned(planned + latency + 2);
    return this;
  }

  List<Event> events() {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(Event::t));
    return sorted;
  }

  /** What a load says of one rule. */
  static LoadResult.RuleFinding finding(LoadResult load, String rule) {
    return load.findings().stream().filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
  }

  LoadResult judged() {
    return judged(PLAN, HEALTHY, Trace.NEVER);
  }

  LoadResult judged(LoadPlan plan, LoadResult.Generator generator, long until) {
    return judged(profile(), plan, generator, until);
  }

  LoadResult judged(Profile profile, LoadPlan plan, LoadResult.Generator generator, long until) {
    LoadJudge judge =
        new LoadJudge(profile, plan, new LoadJudge.Context("load.takeover", 7, "./solewire load"));
    events().forEach(judge::accept);
    return judge.conclude(generator, until);
  }

  static Profile profile() {
    try {
      return ProfileReader.forUrl("ws://127.0.0.1:1/ws?user={user}", Map.of());
    } catch (ProfileException e) {
      throw new IllegalStateException(e);
    }
  }
}
