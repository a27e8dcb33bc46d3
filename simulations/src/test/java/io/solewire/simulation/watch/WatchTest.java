package io.solewire.simulation.watch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.LoadResult.Generator;
import io.solewire.result.Readings;
import io.solewire.result.Readings.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Readings of gauges that a test sets. */
class WatchTest {

  private final ByHand gauges = new ByHand();
  private final AtomicLong connections = new AtomicLong(1);
  private final AtomicLong backlog = new AtomicLong();
  private final GcPauses pauses = new GcPauses();
  private final Watch watch =
      new Watch(gauges, new Held(connections::get, backlog::get, 2_000_000), pauses);

  @Test
  void sumsAreThoseOfTheMeasuredTime() {
    gauges.cpuMs = 5_000;
    gauges.gcMs = 100;
    gauges.jitMs = OptionalLong.of(4_000);
    gauges.ticks = Optional.of(new Ticks(10_000, 3_000, 0));
    watch.begin();
    gauges.goOn(10_000);
    gauges.cpuMs += 6_000;
    gauges.gcMs += 30;
    gauges.jitMs = OptionalLong.of(4_250);
    gauges.ticks = Optional.of(new Ticks(12_000, 3_200, 100));
    watch.end();
    gauges.goOn(60_000);
    gauges.cpuMs += 50_000;
    gauges.gcMs += 500;
    Generator seen = watch.generator(null);
    assertEquals(List.of(0.3, 30L), List.of(seen.cpu(), seen.gcMs()), "6 s of twice 10 s");
    Readings readings = seen.readings();
    assertEquals(List.of(0.9, 0.05), List.of(readings.machineCpu(), readings.stealCpu()));
    assertEquals(250, readings.jitMs());
    assertTrue(seen.healthy());
  }

  @Test
  void whatTheMachineDoesNotTellIsAbsent() {
    gauges.jitMs = OptionalLong.empty();
    watch.begin();
    gauges.goOn(1_000);
    Readings readings = watch.generator(null).readings();
    assertNull(readings.machineCpu());
    assertNull(readings.stealCpu());
    assertNull(readings.jitMs());
    assertNull(readings.loopLagP99Us(), "no loop was watched");
    assertNull(readings.descriptors());
    assertNull(readings.ports());
    assertNull(readings.conntrack());
  }

  @Test
  void theFullestCountsEvenIfItIsEmptyAgain() {
    gauges.table = Optional.of(new Usage(200_000, 262_144));
    backlog.set(1_700_000);
    watch.begin();
    await().atMost(Duration.ofSeconds(20)).until(() -> watch.samples() > 0);
    gauges.table = Optional.of(new Usage(7, 262_144));
    backlog.set(0);
    Readings readings = watch.generator(null).readings();
    assertEquals(new Usage(200_000, 262_144), readings.conntrack());
    assertEquals(new Usage(1_700_000, 2_000_000), readings.backlog());
  }

  @Test
  void openConnectionsTakePortsBesideThoseThatWait() {
    gauges.waiting = Optional.of(new Usage(20_000, 28_232));
    gauges.descriptors = Optional.of(new Usage(1_100, 20_000));
    connections.set(1_000);
    watch.begin();
    Readings readings = watch.generator(null).readings();
    assertEquals(new Usage(21_000, 28_232), readings.ports());
    assertEquals(new Usage(1_100, 20_000), readings.descriptors());
  }

  /** A loop that stood still starts newcomers of the measured time before it is told of it. */
  @Test
  void lateStartsCountWheneverTheyAreTold() {
    watch.started(TimeUnit.MILLISECONDS.toNanos(5));
    watch.begin();
    assertEquals(5_000, watch.generator(null).scheduleLagP99Us(), 10);
  }

  @Test
  void aPauseIsOneThatStopsEverythingInTheMeasuredTime() {
    long before = gauges.uptimeMillis() - 1;
    pauses.collected("PS MarkSweep", before, 900);
    watch.begin();
    pauses.collected("PS MarkSweep", before, 800);
    pauses.collected("PS Scavenge", before + 2, 7);
    pauses.collected("PS Scavenge", before + 3, 5);
    pauses.collected("ZGC Minor Cycles", before + 4, 70);
    pauses.collected("G1 Concurrent GC", before + 4, 60);
    assertEquals(7, watch.generator(null).readings().longestGcMs());
  }

  @Test
  void aDoubtOfTheLoadItselfStands() {
    Generator seen = watch.generator("the load was interrupted");
    assertFalse(seen.healthy());
    assertEquals("the load was interrupted", seen.reason());
    assertNull(seen.readings().longestGcMs(), "it never began");
  }

  @Test
  void aRealLoopAndARealCollectionAreSeen() {
    ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    GcPauses own = GcPauses.ofThisProcess();
    Watch real = new Watch(new ThisProcess(1), new Held(() -> 1, () -> 2, 10), own);
    real.watch(List.of(loop), 0, TimeUnit.MINUTES.toNanos(5));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return real.samples() > 2 && own.longestMs() > 0;
            });
    Readings readings = real.generator(null).readings();
    loop.shutdownNow();
    assertTrue(readings.loopLagMaxUs() >= readings.loopLagP99Us(), readings.toString());
    assertTrue(
        readings.loopLagMaxUs() > 0 && readings.descriptors().used() > 0, readings.toString());
    assertTrue(readings.jitMs() >= 0 && readings.longestGcMs() > 0, readings.toString());
    assertEquals(new Usage(2, 10), readings.backlog());
  }
}
