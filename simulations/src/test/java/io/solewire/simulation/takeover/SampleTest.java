package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.load.LoadPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static long of(Sample sample, long newcomers) {
    return LongStream.range(0, newcomers).filter(sample::isOf).count();
  }

  @Test
  void aboutFiftyASecondAreLookedAt() {
    assertEquals(50, of(Sample.of(Plans.of(1_000, 10, 0, 1_000)), 1_000));
    assertEquals(40, of(Sample.of(Plans.of(40, 10, 0, 1_000)), 40), "all, of few");
  }

  @Test
  void newcomersOfOneInstantAreLookedAtTogether() {
    LoadPlan plan =
        new LoadPlan("contention", 200, 10, 0, 1_000, "uniform", List.of(), Map.of("at-once", "4"));
    Sample sample = Sample.of(plan);
    for (long first = 0; first < 200; first += 4) {
      assertEquals(
          sample.isOf(first) ? 4 : 0,
          LongStream.range(first, first + 4).filter(sample::isOf).count());
    }
  }
}
