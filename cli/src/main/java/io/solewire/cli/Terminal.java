package io.solewire.cli;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.RunListener;
import io.solewire.judge.Verdict;
import io.solewire.report.Standing;
import io.solewire.result.CaseResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shows how a run goes on: a moving line on a terminal, in a pipe one line per case, and one that
 * tells what is waited for where nothing else was said for a while. Thread-safe.
 */
final class Terminal implements RunListener {

  private static final int WIDTH = 80;
  private static final long PIPE_NANOS = 5_000_000_000L;
  private static final long SILENCE_NANOS = 10_000_000_000L;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final String INDENT = "  ";
  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int GREY = 90;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean live;
  private final boolean quiet;
  private final LongSupplier nanos;
  private final Waiting waiting = new Waiting();
  private long said;

  Terminal(PrintWriter out, PrintWriter err, boolean live, boolean quiet, LongSupplier nanos) {
    this.out = out;
    this.err = err;
    this.live = live;
    this.quiet = quiet;
    this.nanos = nanos;
    this.said = nanos.getAsLong();
  }

  synchronized void expect(int cases) {
    expect(cases, Estimate.NONE);
  }

  /** The same, by how long they took earlier. */
  synchronized void expect(int cases, Estimate left) {
    waiting.expect(cases, left);
  }

  /** From now on it tells by itself what a run waits for, until that is closed. */
  synchronized Ticker watch() {
    waiting.begin(nanos.getAsLong());
    return Ticker.start(TICK, this::tick);
  }

  /** Every second on a terminal, in a pipe after some time in which nothing was said. */
  synchronized void tick() {
    if (live) {
      moving();
    } else if (!quiet && nanos.getAsLong() - said >= SILENCE_NANOS) {
      waiting.line(nanos.getAsLong(), Integer.MAX_VALUE).ifPresent(text -> line(INDENT + text));
    }
  }

  @Override
  public synchronized void started(CaseInfo info) {
    waiting.started(info, nanos.getAsLong());
    moving();
  }

  @Override
  public synchronized void reducing(CaseInfo info) {
    say(INDENT + waiting.searching(info, nanos.getAsLong()));
    moving();
  }

  @Override
  public synchronized void finished(CaseResult result) {
    waiting.finished(result.id(), result.verdict() == Verdict.FAIL, nanos.getAsLong());
    if (!quiet) {
      clear();
      line(CaseLine.of(result, paint(result.verdict())));
    }
    moving();
  }

  /** A verdict, padded, in its color on a terminal. */
  String paint(Verdict verdict) {
    String text = String.format(Locale.ROOT, "%-14s", verdict.text());
    return switch (verdict) {
      case PASS -> colored(GREEN, text);
      case FAIL, ERROR -> colored(RED, text);
      case WARN, INCONCLUSIVE -> colored(YELLOW, text);
      case NOT_APPLICABLE -> colored(GREY, text);
    };
  }

  /** A text in the color of a standing on a terminal, as it is otherwise. */
  String paint(Standing standing, String text) {
    return switch (standing) {
      case PASS -> colored(GREEN, text);
      case FAIL, STALE, ERROR -> colored(RED, text);
      case WARN, INCONCLUSIVE, KNOWN -> colored(YELLOW, text);
      case NOT_APPLICABLE -> colored(GREY, text);
    };
  }

  /** A path, to be clicked where the terminal can. */
  String link(Path path) {
    return Link.to(path, live, System.getenv());
  }

  private String colored(int color, String text) {
    return live ? "\u001b[" + color + "m" + text + "\u001b[0m" : text;
  }

  /** How something goes on: a moving line on a terminal, every few seconds a line in a pipe. */
  synchronized void progress(String text) {
    if (quiet) {
      return;
    }
    if (live) {
      String shown = INDENT + text;
      repaint(shown.length() < WIDTH ? shown : shown.substring(0, WIDTH - 1));
    } else if (nanos.getAsLong() - said > PIPE_NANOS) {
      line(INDENT + text);
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
    said = nanos.getAsLong();
    out.println(text);
    out.flush();
  }

  private void moving() {
    if (live && !quiet) {
      waiting
          .line(nanos.getAsLong(), WIDTH - 1 - INDENT.length())
          .ifPresent(text -> repaint(INDENT + text));
    }
  }

  private void repaint(String text) {
    out.print("\r\u001b[K" + text);
    out.flush();
  }

  private void clear() {
    if (live && !quiet) {
      out.print("\r\u001b[K");
    }
  }
}
