package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.LoadPlan;
import io.solewire.load.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose newcomers they are. Seeds are fixed, so that what is random is the same every time. */
class ScheduleTest {

  private static final long SEED = 7;
  private static final int MANY = 100_000;

  private static List<List<Integer>> users(LoadPlan plan, long seed) {
    Schedule schedule = new Schedule(plan, seed);
    List<List<Integer>> users = new ArrayList<>();
    for (int user = 0; user < plan.users(); user++) {
      int u = user;
      users.add(
          IntStream.range(0, schedule.count(u)).mapToObj(k -> schedule.newcomer(u, k)).toList());
    }
    return users;
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "zipf", "zipf:0.5", "zipf:3"})
  void everyNewcomerBelongsToExactlyOneUser(String popularity) {
    List<Integer> all =
        users(Plans.spread(10_000, 37, popularity), SEED).stream()
            .flatMap(List::stream)
            .sorted()
            .toList();
    assertEquals(IntStream.range(0, 10_000).boxed().toList(), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "zipf"})
  void aUsersNewcomersComeInTheOrderOfThePlan(String popularity) {
    for (List<Integer> newcomers : users(Plans.spread(10_000, 37, popularity), SEED)) {
      assertTrue(newcomers.size() > 1, "there is an order");
      assertEquals(newcomers.stream().sorted().toList(), newcomers);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "zipf"})
  void theSameSeedSpreadsTheSameWayAndAnotherOneAnother(String popularity) {
    LoadPlan plan = Plans.spread(1_000, 37, popularity);
    assertEquals(users(plan, SEED), users(plan, SEED));
    assertNotEquals(users(plan, SEED), users(plan, SEED + 1));
  }

  @Test
  void whoIsOneOfManyAlikeComesAsOftenAsTheOthers() {
    int users = 100;
    Schedule schedule = new Schedule(Plans.spread(MANY, users, "uniform"), SEED);
    double expected = (double) MANY / users;
    double squares =
        IntStream.range(0, users)
            .mapToDouble(user -> Math.pow(schedule.count(user) - expected, 2) / expected)
            .sum();
    // 99 degrees of freedom: of a thousand fair spreads one is below 61, and one above 149
    assertTrue(squares > 61 && squares < 149, "chi-square " + squares);
  }

  @ParameterizedTest
  @CsvSource({"zipf, 1", "zipf:1, 1", "zipf:0.5, 0.5", "zipf:2, 2"})
  void theMostPopularComesAsOftenAsZipfSays(String popularity, double exponent) {
    int users = 50;
    Schedule schedule = new Schedule(Plans.spread(MANY, users, popularity), SEED);
    double sum = IntStream.rangeClosed(1, users).mapToDouble(r -> Math.pow(r, -exponent)).sum();
    for (int rank : List.of(1, 2, 10)) {
      double expected = MANY * Math.pow(rank, -exponent) / sum;
      double sixSigma = 6 * Math.sqrt(expected);
      assertEquals(expected, schedule.count(rank - 1), sixSigma, "user of rank " + rank);
    }
  }

  @Test
  void whoIsAloneHasAllOfThem() {
    assertEquals(
        List.of(List.of(0, 1, 2)), users(Plans.spread(3, 1, "zipf"), SEED), "by popularity");
    assertEquals(List.of(List.of(0, 1, 2)), users(Plans.spread(3, 1, "uniform"), SEED));
  }

  /** One seed draws both; were they drawn alike, a user would do the same thing for ever. */
  @Test
  void whatAUserDoesDoesNotFollowFromWhoItIs() {
    LoadPlan plan = new LoadPlan("churn", 10_000, 300, 0, 1_000, "uniform", List.of());
    Schedule schedule = new Schedule(plan, SEED);
    double expected = 10_000 * .6 / 300;
    double squares = 0;
    for (int user = 0; user < 300; user++) {
      int u = user;
      long takeovers =
          IntStream.range(0, schedule.count(u))
              .filter(k -> schedule.deed(schedule.newcomer(u, k)) == Mix.Deed.TAKEOVER)
              .count();
      squares += Math.pow(takeovers - expected, 2) / expected;
    }
    // 299 degrees of freedom: six standard deviations are about 150
    assertTrue(squares < 450, "chi-square " + squares);
  }

  @Test
  void theNewcomersOfABurstAreOfOneUserAndEverybodyIsInAStorm() {
    LoadPlan bursts =
        new LoadPlan(
            "contention", 1_000, 9, 0, 1_000, "uniform", List.of(), Map.of("at-once", "4"));
    for (List<Integer> newcomers : users(bursts, SEED)) {
      for (int k = 0; k < newcomers.size(); k += 4) {
        int first = newcomers.get(k);
        assertEquals(0, first % 4);
        assertEquals(List.of(first, first + 1, first + 2, first + 3), newcomers.subList(k, k + 4));
      }
    }
    LoadPlan storms =
        new LoadPlan(
            "storm", 0, 50, 0, 3_000, "uniform", List.of(), Map.of("within", "1s", "pause", "1s"));
    List<List<Integer>> came = users(storms, SEED);
    came.forEach(
        newcomers -> assertEquals(List.of(0, 1), newcomers.stream().map(i -> i / 50).toList()));
    assertNotEquals(
        came.stream().map(n -> n.get(0) % 50).toList(),
        came.stream().map(n -> n.get(1) % 50).toList());
  }
}
