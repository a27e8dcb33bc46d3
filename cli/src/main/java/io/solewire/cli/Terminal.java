package io.solewire.cli;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.RunListener;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.Listed;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shows how a run goes on: a moving line on a terminal, one line per case in a pipe. Thread-safe.
 */
final class Terminal implements RunListener {

  private static final int WIDTH = 80;
  private static final long PIPE_NANOS = 5_000_000_000L;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean live;
  private final boolean quiet;
  private final Set<String> running = new TreeSet<>();
  private int total;
  private long said = System.nanoTime();
  private int done;

  Terminal(PrintWriter out, PrintWriter err, boolean live, boolean quiet) {
    this.out = out;
    this.err = err;
    this.live = live;
    this.quiet = quiet;
  }

  synchronized void expect(int cases) {
    total = cases;
  }

  @Override
  public synchronized void started(CaseInfo info) {
    running.add(info.id());
    moving();
  }

  @Override
  public synchronized void finished(CaseResult result) {
    running.remove(result.id());
    done++;
    if (!quiet) {
      clear();
      line(one(result));
    }
    moving();
  }

  private String one(CaseResult result) {
    String rounds = result.seen() == null ? "" : rounds(result.seen());
    String time = String.format(Locale.ROOT, "%.1f s", result.durationMs() / 1000.0);
    String note = (result.executed() ? rounds : result.reason()) + listed(result);
    return String.format(
        Locale.ROOT,
        "%s %-36s %-24s %7s",
        paint(result.verdict()),
        result.id(),
        note,
        result.executed() ? time : "");
  }

  private static String listed(CaseResult result) {
    if (result.known() == null) {
      return "";
    }
    Listed listed = Listed.of(result, Instant.now().toString());
    return ", " + (listed == Listed.NOT ? "listed" : listed.name().toLowerCase(Locale.ROOT));
  }

  private static String rounds(CaseResult.Seen seen) {
    return seen.k() > 0
        ? "bad " + seen.k() + " of " + seen.n()
        : seen.n() == 1 ? "1 round" : seen.n() + " rounds";
  }

  String paint(Verdict verdict) {
    String text = String.format(Locale.ROOT, "%-14s", verdict.text());
    if (!live) {
      return text;
    }
    int color =
        switch (verdict) {
          case PASS -> 32;
          case FAIL, ERROR -> 31;
          case WARN, INCONCLUSIVE -> 33;
          case NOT_APPLICABLE -> 90;
        };
    return "\u001b[" + color + "m" + text + "\u001b[0m";
  }

  /** How something goes on: a moving line on a terminal, every few seconds a line in a pipe. */
  synchronized void progress(String text) {
    if (quiet) {
      return;
    }
    if (live) {
      String shown = "  " + text;
      out.print("\r\u001b[K" + (shown.length() < WIDTH ? shown : shown.substring(0, WIDTH - 1)));
      out.flush();
    } else if (System.nanoTime() - said > PIPE_NANOS) {
      said = System.nanoTime();
      line("  " + text);
    }
  }

  synchronized void say(String text) {
    if (!quiet) {
      clear();
      line(text);
    }
  }

  synchronized void result(String text) {
    clear();
    line(text);
  }

  /** Why what was printed did not arrive, if it did not: a full disk, or nobody reads on. */
  synchronized Optional<String> unwritten() {
    boolean lost = out.checkError() | System.out.checkError();
    return lost
        ? Optional.of("the result could not be written to the standard output")
        : Optional.empty();
  }

  /** Says what went wrong where it is no part of the result. */
  synchronized void complain(String problem) {
    clear();
    out.flush();
    err.println("solewire: " + problem);
    err.flush();
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }

  private void moving() {
    if (live && !quiet && done < total) {
      String text = "  " + done + " of " + total + "  " + String.join(" ", running);
      out.print("\r\u001b[K" + (text.length() < WIDTH ? text : text.substring(0, WIDTH - 1)));
      out.flush();
    }
  }

  private void clear() {
    if (live && !quiet) {
      out.print("\r\u001b[K");
    }
  }
}
