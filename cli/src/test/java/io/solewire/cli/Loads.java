package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.EventKind;
import io.solewire.history.EventLog;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** What tests of loads share. Loads are light: it is not speed that is tested. */
final class Loads {

  /** Of 80 newcomers that count. */
  static final String SHORT = "--users 20 --rate 40 --warmup 1s --duration 2s";

  /** Ends only if something ends it. */
  static final String LONG = "--users 20 --rate 40 --warmup 0s --duration 10m";

  /** For cases and a load together, which a busy machine may begin slowly. */
  static final String PATIENT = "evicted.force=4s";

  /** So many evictions are in the history of a load that is under way. */
  static final int FLUSHED = 20;

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String BUSY = "the generator could not keep its plan: ";
  private static final List<String> STARVED =
      List.of("this machine's processors were ", "the generator's event loops were ");
  private static final long LATE_MICROS = 50_000;
  private static final long WAITED_MICROS = 5_000;
  private static final double ALL_STARTED = 0.98;

  private Loads() {}

  /** Waits until evictions have arrived in the history's file. */
  static void awaitEvictions(Path run) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> evictions(run.resolve(EventLog.FILE)) >= FLUSHED);
  }

  private static int evictions(Path history) {
    AtomicInteger evictions = new AtomicInteger();
    try {
      HistoryReader.read(
          history,
          event -> {
            if (event.kind() == EventKind.CLOSE_IN) {
              evictions.incrementAndGet();
            }
          });
      return evictions.get();
    } catch (HistoryException e) {
      return 0; // not yet
    }
  }

  /** All histograms of a log in one, those with a tag that is wanted. */
  static Histogram histogram(Path folder, String name, Predicate<String> wanted)
      throws IOException {
    Histogram sum = new Histogram(3);
    File file = folder.resolve(name + ".hlog").toFile();
    try (HistogramLogReader reader = new HistogramLogReader(file)) {
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        if (wanted.test(next.getTag())) {
          sum.add((Histogram) next);
        }
      }
    }
    return sum;
  }

  /**
   * The end of a test that asks for a healthy generator. A machine that is too busy to measure on
   * is nobody's fault, and said by the result; such a test is reported as skipped.
   */
  static void orTooBusy(RunResult result) {
    LoadResult load = result.load();
    LoadResult.Generator generator = load.generator();
    if (generator.healthy()) {
      return;
    }
    boolean late = generator.scheduleLagP99Us() > LATE_MICROS;
    boolean few = load.rate() < load.planned().rate() * ALL_STARTED;
    boolean plan = (late || few) && generator.reason().startsWith(BUSY);
    boolean waited =
        generator.readings().loopLagP99Us() >= WAITED_MICROS
            && STARVED.stream().anyMatch(generator.reason()::startsWith);
    assertTrue(plan || waited, generator.toString());
    assertEquals(ExitCode.UNPROVEN.number(), result.exitCode(), generator.toString());
    Requirement.skip("quiet", "this machine is too busy to measure on: " + generator.reason());
  }

  /** No promise was broken, whatever else is said. */
  static void assertNobodyAccused(RunResult result) {
    List<LoadResult.RuleFinding> broken =
        result.load().findings().stream().filter(f -> f.verdict() == Verdict.FAIL).toList();
    assertEquals(List.of(), broken);
    assertEquals(0, result.load().violations());
  }
}
