package io.solewire.simulation.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.load.LoadPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  private final Throughput throughput =
      new Throughput(new LoadPlan("takeover", 9, 1, 1_000, 2_000, "uniform", List.of()));

  @Test
  void closesOfTheMeasuredTimeCount() {
    close(4_000);
    at(5_000, EventKind.CASE_BEGIN);
    for (long ms : new long[] {5_999, 6_000, 6_500, 7_999, 8_000}) {
      close(ms);
    }
    at(6_500, EventKind.RST_IN);
    assertEquals(1.5, throughput.perSecond());
  }

  @Test
  void withoutAPlanThatBeganThereAreNone() {
    close(4_000);
    assertEquals(0, throughput.perSecond());
  }

  private void close(long ms) {
    at(ms, EventKind.CLOSE_IN);
  }

  private void at(long ms, EventKind kind) {
    throughput.accept(new Event(ms * 1_000_000, "load", "u", "c", kind, Detail.NONE));
  }
}
