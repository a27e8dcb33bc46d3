package io.solewire.conformance.cases;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.stage.Raced;
import io.solewire.conformance.stage.Racing;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Rounds of races, batch by batch, and the offsets that they sweep. Stateless. */
final class Races {

  /** Marks the connects that meet. */
  static final Map<Act, String> MEETING = Map.of(Act.CONNECT, Faults.RACE, Act.START, Faults.RACE);

  private static final int CONNECTIONS_AT_ONCE = 256;

  /** A server's window is anywhere among them; in microseconds. */
  private static final List<Integer> OFFSETS = List.of(0, 50, 200, 1000, 5000);

  private Races() {}

  /**
   * Plays rounds, each user of which is watched until all is quiet and then probed.
   *
   * @param own what is played unless the run was asked for other rounds
   */
  static void settled(Stage stage, List<Schedule> own) {
    play(
        stage,
        own,
        MEETING,
        raced -> stage.settle(raced.stream().flatMap(r -> r.users().stream()).toList()));
  }

  /**
   * Plays rounds in batches, so that the profile's limits are kept.
   *
   * @param marks by which fault the judges know the connections that do something
   * @param then what is done after each batch
   */
  static void play(
      Stage stage, List<Schedule> own, Map<Act, String> marks, Consumer<List<Raced>> then) {
    for (List<Schedule> batch : batches(stage.rounds().orAsked(own), stage.room() / 2)) {
      List<Raced> raced = new ArrayList<>();
      stage.alone(() -> batch.forEach(round -> raced.add(Racing.play(stage, round, marks))));
      then.accept(raced);
      raced.forEach(r -> r.users().forEach(stage::leave));
    }
  }

  private static List<List<Schedule>> batches(List<Schedule> rounds, int room) {
    List<List<Schedule>> batches = new ArrayList<>();
    int left = 0;
    for (Schedule round : rounds) {
      left -= round.connections();
      if (left < 0) {
        batches.add(new ArrayList<>());
        left = Math.min(CONNECTIONS_AT_ONCE, room) - round.connections();
      }
      batches.get(batches.size() - 1).add(round);
    }
    return batches;
  }

  /**
   * So many offsets from no time to 5 ms: the fixed ones first, then others by the case's seed.
   *
   * @return microseconds
   */
  static List<Integer> offsets(Stage stage, int count) {
    SplittableRandom random = stage.random();
    List<Integer> offsets = new ArrayList<>(OFFSETS);
    while (offsets.size() < count) {
      offsets.add((int) Math.exp(random.nextDouble(Math.log(5), Math.log(5000))));
    }
    return offsets.subList(0, count);
  }

  /** The same to both sides of zero. */
  static List<Integer> signedOffsets(Stage stage, int count) {
    List<Integer> signed = new ArrayList<>();
    for (int offset : offsets(stage, count)) {
      signed.add(offset);
      if (offset != 0) {
        signed.add(-offset);
      }
    }
    Collections.sort(signed);
    return signed;
  }

  /** So many racers, or as many as the profile leaves room for. */
  static int racers(Stage stage, int wanted) {
    return Math.max(2, Math.min(wanted, stage.room() / 2));
  }
}
