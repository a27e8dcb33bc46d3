package io.solewire.simulation.metrics;

import io.solewire.load.FindingCounts;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Where a page finds what it shows; read whenever it is asked for. As thread-safe as its parts.
 *
 * @param simulation its name
 * @param counters of newcomers and incumbents
 * @param findings of the judges so far
 * @param phase what the load is at
 * @param connections that are open or being opened
 * @param startLag by how much newcomers of the measured time were started late, nanoseconds
 * @param loopLag by how much event loops were late in it, nanoseconds
 * @param recording the thread that writes and judges
 */
public record LoadSources(
    String simulation,
    LoadCounters counters,
    FindingCounts findings,
    Supplier<LoadPhase> phase,
    IntSupplier connections,
    Supplier<Histogram> startLag,
    Supplier<Histogram> loopLag,
    Recording recording) {

  /**
   * The thread that writes and judges.
   *
   * @param backlog events that wait for it
   * @param most that may wait
   * @param lost events beyond that
   */
  public record Recording(LongSupplier backlog, long most, LongSupplier lost) {}
}
