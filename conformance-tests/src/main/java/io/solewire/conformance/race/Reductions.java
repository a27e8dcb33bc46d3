package io.solewire.conformance.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is smaller than a schedule: fewer users, connections or moves, shorter offsets. Stateless.
 */
public final class Reductions {

  /** So few connections of a user are dropped one by one. */
  private static final int FEW = 4;

  private Reductions() {}

  /**
   * The next smaller schedules.
   *
   * @return the smallest first, none twice, each smaller than the given one
   */
  public static List<Schedule> of(Schedule schedule) {
    List<Schedule> smaller = new ArrayList<>();
    for (Schedule fewer : fewer(schedule)) {
      smaller.add(fewer);
      smaller.addAll(sooner(fewer));
    }
    smaller.addAll(sooner(schedule));
    return smaller.stream()
        .distinct()
        .filter(s -> Schedule.BY_SIZE.compare(s, schedule) < 0)
        .sorted(Schedule.BY_SIZE)
        .toList();
  }

  /** With fewer users, connections or moves. */
  private static List<Schedule> fewer(Schedule schedule) {
    List<Schedule> fewer = new ArrayList<>();
    Set<Character> users = schedule.users();
    for (char user : users) {
      if (users.size() > 1) {
        keep(schedule, m -> m.user() == user, fewer);
        keep(schedule, m -> m.user() != user, fewer);
      }
    }
    int most = mostOfOneUser(schedule);
    for (int left = 1; left <= Math.min(FEW, most); left++) {
      int few = left;
      keep(schedule, m -> place(schedule, m) <= few, fewer);
    }
    keep(schedule, m -> place(schedule, m) <= (most + 1) / 2, fewer);
    schedule.moves().stream()
        .filter(m -> !m.act().begins())
        .forEach(dropped -> keep(schedule, m -> m != dropped, fewer));
    if (most <= FEW) {
      schedule.moves().stream()
          .map(Move::who)
          .distinct()
          .forEach(who -> keep(schedule, m -> !m.who().equals(who), fewer));
    }
    return fewer;
  }

  private static void keep(Schedule schedule, Predicate<Move> stays, List<Schedule> all) {
    List<Move> left = schedule.moves().stream().filter(stays).toList();
    if (left.stream().anyMatch(m -> m.act().begins())) {
      all.add(named(new Schedule(left)));
    }
  }

  /** Numbers connections and users from the beginning again. */
  private static Schedule named(Schedule schedule) {
    Map<Character, Character> users = new HashMap<>();
    for (char user : schedule.users()) {
      users.put(user, (char) ('a' + users.size()));
    }
    return new Schedule(
        schedule.moves().stream()
            .map(m -> new Move(users.get(m.user()), place(schedule, m), m.act(), m.micros()))
            .toList());
  }

  /** Which connection of its user it is, among those that are left. */
  private static int place(Schedule schedule, Move move) {
    return (int)
            schedule.moves().stream()
                .filter(m -> m.act().begins() && m.user() == move.user())
                .filter(m -> m.connection() < move.connection())
                .count()
        + 1;
  }

  private static int mostOfOneUser(Schedule schedule) {
    return schedule.moves().stream()
        .filter(m -> m.act().begins())
        .mapToInt(m -> place(schedule, m))
        .max()
        .orElse(0);
  }

  /** With all at once, or in half the time. */
  private static List<Schedule> sooner(Schedule schedule) {
    return List.of(timed(schedule, m -> m.at(0)), timed(schedule, m -> m.at(m.micros() / 2)));
  }

  private static Schedule timed(Schedule schedule, UnaryOperator<Move> when) {
    return new Schedule(schedule.moves().stream().map(when).toList());
  }
}
