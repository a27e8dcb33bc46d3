package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.Mix.Deed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users do; seeds are fixed. */
class MixTest {

  private static Map<Deed, Long> done(Mix mix, long seed, int turns) {
    return LongStream.range(0, turns)
        .mapToObj(i -> mix.at(seed, i))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void eachIsDoneAsOftenAsItsWeightSays() {
    Mix mix = Mix.find("takeover:6,leave:2,crash:1,publish:1").orElseThrow();
    Map<Deed, Long> done = done(mix, 7, 100_000);
    // six standard deviations
    assertEquals(60_000, done.get(Deed.TAKEOVER), 6 * Math.sqrt(100_000 * .6 * .4));
    assertEquals(20_000, done.get(Deed.LEAVE), 6 * Math.sqrt(100_000 * .2 * .8));
    assertEquals(10_000, done.get(Deed.CRASH), 6 * Math.sqrt(100_000 * .1 * .9));
  }

  @Test
  void theSameSeedDoesTheSame() {
    Mix mix = Mix.find("takeover:1,leave:1").orElseThrow();
    assertEquals(done(mix, 7, 1_000), done(mix, 7, 1_000));
    assertTrue(
        LongStream.range(0, 100).anyMatch(i -> mix.at(7, i) != mix.at(8, i)), "another does not");
  }

  @Test
  void oneThingOnlyIsAlwaysDone() {
    assertEquals(Map.of(Deed.TAKEOVER, 50L), done(Mix.TAKEOVERS, 7, 50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "takeover",
        "takeover:0",
        "takeover:-1",
        "takeover:1001",
        "takeover:1,takeover:2",
        "leave:1",
        "takeover:1,dance:2",
        "takeover:1,",
        "takeover:1:2"
      })
  void whatIsNoMixIsNone(String text) {
    assertEquals(Optional.empty(), Mix.find(text));
  }
}
