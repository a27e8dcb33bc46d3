package io.solewire.cli.bench;

import java.io.IOException;
import java.util.Comparator;

/**
 * What two processes, a client and its server, take of the processors while they work. Not
 * thread-safe.
 */
final class Spending {

  private final long client;
  private final long server;
  private Sample first;
  private Sample last;

  Spending(long client, long server) {
    this.client = client;
    this.server = server;
  }

  private record Sample(long t, ProcessorTime client, ProcessorTime server) {}

  /** Looks at both; what counts is what they took between the first look and the last one. */
  void look() throws IOException {
    Sample now = new Sample(System.nanoTime(), ProcessorTime.of(client), ProcessorTime.of(server));
    first = first == null ? now : first;
    last = now;
  }

  /**
   * Writes a row for each kind of threads of the client, and one for the server.
   *
   * @param perSecond how often in a second both did what they do
   */
  void tell(Page page, String who, String whose, double perSecond) {
    double times = perSecond * (last.t() - first.t()) / 1e9;
    ProcessorTime mine = last.client().since(first.client());
    mine.kinds().entrySet().stream()
        .filter(kind -> kind.getValue().both() > 0)
        .sorted(Comparator.comparingLong(kind -> -kind.getValue().both()))
        .forEach(kind -> row(page, who + ": " + kind.getKey(), kind.getValue(), times));
    if (mine.kinds().values().stream().filter(ticks -> ticks.both() > 0).count() > 1) {
      row(page, who + ", all", mine.all(), times);
    }
    row(page, whose + ", all", last.server().since(first.server()).all(), times);
  }

  private static void row(Page page, String what, ProcessorTime.Ticks ticks, double times) {
    double each = ProcessorTime.TICK_MICROS / times;
    page.row(
        "| %s | %.1f | %.1f | %.1f | |",
        what, ticks.user() * each, ticks.kernel() * each, ticks.both() * each);
  }
}
