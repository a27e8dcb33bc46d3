package io.solewire.load;

import io.solewire.load.Size.Form;
import io.solewire.load.arrival.Alternating;
import io.solewire.load.arrival.Arrivals;
import io.solewire.load.arrival.Bursts;
import io.solewire.load.arrival.Stairs;
import io.solewire.load.arrival.Steady;
import io.solewire.load.arrival.Storms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The simulations: who comes when, and what it shows. What is measured, judged and gated is the
 * same in all of them.
 */
public enum Workload {
  /** Users take over from themselves at a steady rate. */
  TAKEOVER(
      "users take over from themselves at a steady rate",
      new Usual(1_000, 500, 10_000, 20_000),
      List.of(),
      Workload::steady),

  /** Several newcomers of one user at the same instant. */
  CONTENTION(
      "several newcomers of one user at the same instant; with zipf of hot users",
      new Usual(1_000, 400, 10_000, 20_000),
      List.of(new Size("at-once", "8", Form.SEVERAL, "newcomers of one instant")),
      plan -> new Bursts(plan.rate(), plan.count("at-once"), plan.length())),

  /** Everybody comes again within a short time, as after a deploy. */
  STORM(
      "every user comes again within a short time, as after a deploy",
      new Usual(5_000, 0, 7_000, 19_000),
      List.of(
          new Size("within", "5s", Form.TIME, "in which all of them come"),
          new Size("pause", "2s", Form.TIME, "between two storms"),
          new Size(
              "lost", "50", Form.PERCENT, "percent of users that lose their connection first")),
      plan -> new Storms(plan.users(), plan.nanos("within"), plan.nanos("pause"), plan.length())),

  /** Many connections are held, with takeovers among them. */
  HOLD(
      "many connections are held; takeovers among them; all are asked at the end",
      new Usual(5_000, 100, 5_000, 20_000),
      List.of(new Size("ramp", "1000", Form.RATE, "users that come in per second")),
      Workload::steady) {
    @Override
    List<String> usualGates() {
      return List.of("held.unanswered == 0");
    }
  },

  /** Devices of one user that come again whenever they are evicted. */
  DUEL(
      "devices of one user that come again whenever they are evicted, beside strangers",
      new Usual(50, 0, 5_000, 15_000),
      List.of(
          new Size("duellists", "2", Form.SEVERAL, "devices of a user"),
          new Size("pause", "250ms", Form.TIME, "from being evicted to coming again"),
          new Size("canaries", "20", Form.COUNT, "strangers that are asked once a second")),
      plan -> new Storms(plan.users() * (plan.count("duellists") - 1), 1_000_000_000L, 0, 1)),

  /** Users take over, leave, crash, and are sent messages. */
  CHURN(
      "users take over, leave in order, crash, and are sent messages",
      new Usual(1_000, 500, 10_000, 20_000),
      List.of(new Size("mix", "takeover:6,leave:2,crash:1,publish:1", Form.MIX, "what they do")),
      Workload::steady),

  /** A steady rate for so long that what grows shows. */
  SOAK(
      "takeovers for so long that latency or memory that grows shows",
      new Usual(1_000, 200, 10_000, 600_000),
      List.of(),
      Workload::steady) {
    @Override
    List<String> usualGates() {
      return List.of("drift.p50 <= 1.5", "drift.p99 <= 2");
    }
  },

  /** Rates that rise until a gate fails. */
  CAPACITY(
      "rates from --rate to a highest one, climbed again and again: where the gates hold",
      new Usual(1_000, 500, 10_000, 96_000),
      List.of(
          new Size("to", "8000", Form.RATE, "the highest rate"),
          new Size("levels", "8", Form.SEVERAL, "rates of a climb"),
          new Size("climbs", "3", Form.SEVERAL, "how often they are climbed")),
      Workload::stairs) {
    @Override
    List<String> usualGates() {
      return List.of("eviction.p99 <= 100 ms");
    }
  },

  /** Two servers under the same load, in turns. */
  VERSUS(
      "takeovers in turns with another server, --versus TARGET: is this one slower?",
      new Usual(500, 500, 16_000, 160_000),
      List.of(new Size("rounds", "20", Form.ROUNDS, "in each of which both have a turn")),
      plan -> new Alternating(plan.rate(), plan.rounds(), plan.turn().side()));

  /** A plan is asked for its simulation again and again while newcomers come. */
  private static final Map<String, Workload> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(Workload::text, Function.identity()));

  /** Between two climbs, until what was too much is over. */
  private static final long REST_NANOS = 2_000_000_000L;

  private final String sentence;
  private final Usual usual;
  private final List<Size> sizes;
  private final Function<LoadPlan, Arrivals> arrivals;

  Workload(String sentence, Usual usual, List<Size> sizes, Function<LoadPlan, Arrivals> arrivals) {
    this.sentence = sentence;
    this.usual = usual;
    this.sizes = sizes;
    this.arrivals = arrivals;
  }

  /**
   * What is meant where nothing is said.
   *
   * @param users population
   * @param rate newcomers per second; 0 where the simulation has none of its own
   * @param warmupMs milliseconds
   * @param durationMs milliseconds
   */
  public record Usual(int users, double rate, long warmupMs, long durationMs) {}

  /** The name of the simulation. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What happens in it. */
  public String sentence() {
    return sentence;
  }

  /** What is meant where nothing is said. */
  public Usual usual() {
    return usual;
  }

  /** Numbers of its own. */
  public List<Size> sizes() {
    return sizes;
  }

  /** What is asked of the numbers unless something else is asked of the same ones. */
  List<String> usualGates() {
    return List.of();
  }

  /**
   * Adds the usual gates of the simulation.
   *
   * @param given expressions
   * @return the same, then the usual ones that begin with a path that none of them begins with
   */
  public List<String> gates(List<String> given) {
    List<String> all = new ArrayList<>(given);
    for (String usual : usualGates()) {
      String path = usual.substring(0, usual.indexOf(' '));
      if (given.stream().noneMatch(gate -> gate.strip().startsWith(path))) {
        all.add(usual);
      }
    }
    return all;
  }

  /** True if it is told how many newcomers come per second. */
  public boolean hasRate() {
    return usual.rate() > 0;
  }

  /**
   * True if newcomers come in answer to what the server does, so that their number is not known.
   */
  public boolean isReactive() {
    return this == DUEL;
  }

  /** True if newcomers of one user are meant to meet. */
  public boolean meets() {
    return this == CONTENTION || this == DUEL;
  }

  /**
   * Finds one.
   *
   * @param text its name
   * @return the simulation; empty if there is none of that name
   */
  public static Optional<Workload> find(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /** The names of all. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Workload::text).toList();
  }

  /** The same, for messages. */
  public static String listed() {
    return String.join(", ", names());
  }

  Arrivals arrivals(LoadPlan plan) {
    return arrivals.apply(plan);
  }

  private static Arrivals steady(LoadPlan plan) {
    return new Steady(plan.rate(), plan.length());
  }

  private static Arrivals stairs(LoadPlan plan) {
    int levels = plan.count("levels");
    int climbs = plan.count("climbs");
    return new Stairs(
        plan.rate(),
        plan.number("to"),
        levels,
        climbs,
        plan.warmupMs() * 1_000_000,
        (plan.durationMs() * 1_000_000 / climbs - REST_NANOS) / levels,
        REST_NANOS);
  }
}
