package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * D1: of k concurrent connects min(k, max) survive. J3: so they do when all users return at once.
 * K1: so they do when they come through different nodes, together or one after the other. The
 * oracle is safe: the server's order is not known, so any connect without a definite later one may
 * be the survivor. Under refuse-newcomer a racer may be admitted for as long as it takes to refuse
 * it, so no order says who must stay.
 */
final class OneSurvivor implements Judge {

  private final String rule;
  private final String mark;
  private final int fewest;
  private final String connects;

  private OneSurvivor(String rule, String mark, int fewest, String connects) {
    this.rule = rule;
    this.mark = mark;
    this.fewest = fewest;
    this.connects = connects;
  }

  static OneSurvivor ofRace() {
    return new OneSurvivor("D1", Faults.RACE, 2, "concurrent connects");
  }

  static OneSurvivor ofBurst() {
    return new OneSurvivor("J3", Faults.BURST, 1, "concurrent connects");
  }

  static OneSurvivor acrossNodes() {
    return new OneSurvivor("K1", Faults.NODE, 2, "connects through different nodes");
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> racers =
        user.as(Role.SUBJECT).stream()
            .filter(t -> t.fault(mark).isPresent() && t.requested() != NEVER)
            .toList();
    if (racers.size() < fewest || profile.policy().kind() == Policy.Kind.NONE) {
      return List.of();
    }
    long last = 0;
    for (Trace racer : racers) {
      last = Math.max(last, racer.admitted() == NEVER ? racer.requested() : racer.admitted());
    }
    long settled = last + profile.evicted().forceWithSlack().toNanos();
    return List.of(judge(profile, user, racers, new Race(last, settled), say));
  }

  /** When the last racer was admitted, and from when on a second survivor is a failure. */
  private record Race(long last, long settled) {}

  private Finding judge(Profile profile, UserTraces user, List<Trace> racers, Race race, Say say) {
    int wanted = Math.min(racers.size(), profile.policy().max());
    String expected =
        "exactly " + wanted + " of " + racers.size() + " " + connects + " survives and answers";
    long from = racers.get(0).requested();
    List<Trace> alive =
        racers.stream()
            .filter(OneSurvivor::stays)
            .filter(t -> t.answers().answeredAfter(race.last()))
            .toList();
    if (alive.size() > wanted) {
      List<Trace> late =
          alive.stream().filter(t -> t.answers().answeredAfter(race.settled())).toList();
      List<Trace> shown = late.size() > wanted ? late : alive;
      String actual = shown.size() + " survive and answer: " + names(shown);
      return late.size() > wanted
          ? say.broken(expected, actual, from, user.end())
              .overdue(race.last(), race.settled(), user.end())
          : say.unseen(expected, actual + ", but were not asked late enough", from, user.end());
    }
    if (alive.size() < wanted) {
      return tooFew(profile, user, racers, alive, new Asked(expected, race.last()), say);
    }
    boolean newest = profile.policy().kind() == Policy.Kind.NEWEST_WINS;
    Optional<Trace> older = newest ? older(racers, alive, t -> true) : Optional.empty();
    if (older.isPresent()) {
      String actual = name(older.get()) + " survives although a later one was admitted";
      boolean late =
          alive.stream().allMatch(t -> t.answers().answeredAfter(race.settled()))
              || isOver(profile, user, racers, alive);
      boolean plain = older(racers, alive, t -> excuse(profile, t).isEmpty()).isPresent();
      String why = plain ? ", but were not asked late enough" : ", which was closed as it may be";
      return late && plain
          ? say.broken(expected, actual, from, user.end())
          : say.unseen(expected, actual + why, from, user.end());
    }
    return say.pass(expected, names(alive) + " survives", from, user.end());
  }

  /** Admitted, and the server has not ended it. */
  private static boolean stays(Trace t) {
    return t.admitted() != NEVER && mayLive(t);
  }

  /** Until when the first of them that we let go of was watched. */
  private static long watched(List<Trace> traces, UserTraces user) {
    long ours = traces.stream().mapToLong(t -> t.ending().ours()).min().orElse(NEVER);
    return Math.min(ours, user.end());
  }

  /** Nobody has seen its end. */
  private static boolean mayLive(Trace t) {
    return t.evicted() == NEVER && t.refused() == NEVER;
  }

  /** What was expected, and from when on a survivor is to be asked. */
  private record Asked(String expected, long since) {}

  private Finding tooFew(
      Profile profile,
      UserTraces user,
      List<Trace> racers,
      List<Trace> alive,
      Asked asked,
      Say say) {
    long from = racers.get(0).requested();
    String expected = asked.expected();
    String survive = alive.isEmpty() ? "nobody survives" : names(alive) + " survives";
    List<Trace> unresolved = racers.stream().filter(Trace::indefinite).toList();
    if (!unresolved.isEmpty()) {
      String why = survive + ", but " + names(unresolved) + " was neither admitted nor refused";
      long limit = from + profile.evicted().forceWithSlack().toNanos();
      if (mark.equals(Faults.BURST) && alive.isEmpty() && watched(unresolved, user) > limit) {
        return say.broken(expected, why, from, user.end())
            .overdue(limit, watched(unresolved, user));
      }
      return say.unseen(expected, why, from, user.end());
    }
    Optional<String> excuse = racers.stream().flatMap(t -> excuse(profile, t).stream()).findFirst();
    if (excuse.isPresent()) {
      return say.unseen(expected, survive + ", but " + excuse.get(), from, user.end());
    }
    long ended = racers.stream().mapToLong(t -> t.ending().evicted()).max().orElse(NEVER);
    Optional<Trace> another = another(user, racers, ended);
    if (another.isPresent()) {
      String why = survive + ", but " + another.get().conn() + ", no part of the race, came too";
      return say.unseen(expected, why, from, user.end());
    }
    List<Trace> silent = racers.stream().filter(t -> stays(t) && !alive.contains(t)).toList();
    List<Trace> unasked =
        silent.stream()
            .filter(t -> Unanswered.after(t, asked.since(), user.end()).isEmpty())
            .toList();
    if (!unasked.isEmpty()) {
      String why = names(unasked) + " was not probed, or had no time to answer";
      return say.unseen(expected, why, from, user.end());
    }
    String open = silent.isEmpty() ? "" : "; " + names(silent) + " is open but does not answer";
    Finding broken = say.broken(expected, survive + open, from, user.end());
    return overdue(broken, silent, asked.since(), user.end());
  }

  /** If one of them is open and does not answer, it is a matter of time. */
  private static Finding overdue(Finding broken, List<Trace> silent, long since, long end) {
    return silent.stream()
        .flatMap(t -> Unanswered.after(t, since, end).stream())
        .findFirst()
        .map(probe -> probe.overdue(broken))
        .orElse(broken);
  }

  /** Why it is not there, though no other one took its place. */
  private static Optional<String> excuse(Profile profile, Trace t) {
    return BackPressure.is(t.refusal().status()) || BackPressure.is(t.refusal().code())
        ? Optional.of(t.conn() + " met with back-pressure")
        : Evictions.excuse(profile, t).map(why -> t.conn() + " " + why);
  }

  /** One that is no racer, not definitely older, and asked before an instant. */
  private Optional<Trace> another(UserTraces user, List<Trace> racers, long until) {
    long first = racers.get(0).requested();
    return user.as(Role.SUBJECT).stream()
        .filter(t -> t.requested() < until && t.admitted() >= first)
        .filter(t -> t.fault(mark).isEmpty())
        .findFirst();
  }

  /** Nobody else can be the one that stays, so those that do need not be asked late. */
  private boolean isOver(Profile profile, UserTraces user, List<Trace> racers, List<Trace> alive) {
    return racers.stream().filter(OneSurvivor::mayLive).count() == alive.size()
        && racers.stream().allMatch(t -> excuse(profile, t).isEmpty())
        && another(user, racers, NEVER).isEmpty();
  }

  /** A survivor that asked definitely before one that was admitted and does not survive. */
  private static Optional<Trace> older(
      List<Trace> racers, List<Trace> alive, Predicate<Trace> counts) {
    Set<Trace> survivors = new HashSet<>(alive);
    Optional<Trace> latest =
        racers.stream()
            .filter(t -> t.admitted() != NEVER && !survivors.contains(t) && counts.test(t))
            .reduce((first, second) -> second);
    return alive.stream().filter(t -> latest.filter(l -> l.isAfter(t)).isPresent()).findFirst();
  }

  private static String names(List<Trace> traces) {
    return traces.stream().map(OneSurvivor::name).collect(Collectors.joining(", "));
  }

  private static String name(Trace trace) {
    return trace.conn() + trace.fault(Faults.NODE).map(on -> " on node " + on.text()).orElse("");
  }
}
