package io.solewire.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.hint.Nearest;
import io.solewire.history.HistoryException;
import io.solewire.load.Mix.Deed;
import io.solewire.load.arrival.Arrivals;
import io.solewire.load.arrival.Rounds;
import io.solewire.load.gate.GateException;
import io.solewire.load.gate.Gates;
import io.solewire.profile.Durations;
import io.solewire.result.LoadResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When newcomers come, and what is asked of the numbers: an open model, newcomers come at their
 * instants, whatever the server does. Immutable and thread-safe. It stands in the first line of a
 * load's history, so that the history can be judged alone.
 *
 * @param simulation its name, see {@link Workload}
 * @param rate newcomers per second, warm-up included; 0 where the simulation has no rate of its own
 * @param users population
 * @param warmupMs discarded time at the start, milliseconds
 * @param durationMs measured time after it, milliseconds
 * @param popularity how users are chosen: {@code uniform}, or {@code zipf:EXPONENT}
 * @param gates expressions
 * @param sizes numbers of the simulation's own that were given, by name
 * @param baseline an earlier run's numbers that gates ask for, by their paths; microseconds if they
 *     are times
 * @param turn whose turns these are, where two sides take turns; else null
 */
public record LoadPlan(
    String simulation,
    double rate,
    int users,
    long warmupMs,
    long durationMs,
    String popularity,
    List<String> gates,
    Map<String, String> sizes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, BigDecimal> baseline,
    @JsonInclude(JsonInclude.Include.NON_NULL) Turn turn) {

  /** The phase of newcomers that are discarded. */
  public static final String WARM_UP = "warm-up";

  /** The phase of newcomers that are measured. */
  public static final String MEASURED = "measured";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the gates, the sizes and the baseline. */
  public LoadPlan {
    gates = List.copyOf(gates);
    sizes = sizes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sizes));
    Map<String, BigDecimal> plain = new TreeMap<>(baseline == null ? Map.of() : baseline);
    plain.replaceAll((path, number) -> new BigDecimal(number.stripTrailingZeros().toPlainString()));
    baseline = Collections.unmodifiableMap(plain);
    boolean unsaid = turn == null && Workload.VERSUS.text().equals(simulation);
    turn = unsaid ? Turn.USUAL : turn;
  }

  /** One whose gates ask for no earlier run. */
  public LoadPlan(
      String simulation,
      double rate,
      int users,
      long warmupMs,
      long durationMs,
      String popularity,
      List<String> gates,
      Map<String, String> sizes) {
    this(simulation, rate, users, warmupMs, durationMs, popularity, gates, sizes, Map.of(), null);
  }

  /** One whose sizes are the usual ones. */
  public LoadPlan(
      String simulation,
      double rate,
      int users,
      long warmupMs,
      long durationMs,
      String popularity,
      List<String> gates) {
    this(simulation, rate, users, warmupMs, durationMs, popularity, gates, Map.of());
  }

  /**
   * The simulation.
   *
   * @throws IllegalStateException if there is none of that name
   */
  public Workload workload() {
    return Workload.find(simulation)
        .orElseThrow(() -> new IllegalStateException("no simulation is called " + simulation));
  }

  /** What is wrong with the simulation's name and sizes, one sentence each. */
  public List<String> problems() {
    Optional<Workload> workload = Workload.find(simulation);
    if (workload.isEmpty()) {
      return List.of(
          "--simulation: '"
              + simulation
              + "': expected one of "
              + Workload.listed()
              + Nearest.suggestion(simulation, Workload.names()));
    }
    List<String> problems = new ArrayList<>();
    Map<String, Size> known = new TreeMap<>();
    workload.get().sizes().forEach(size -> known.put(size.name(), size));
    sizes.forEach(
        (name, value) -> {
          if (known.containsKey(name)) {
            known.get(name).problem(value).ifPresent(problems::add);
          } else {
            String expected =
                known.isEmpty() ? "none" : "one of " + String.join(", ", known.keySet());
            problems.add("--size " + name + ": " + simulation + " has none, expected " + expected);
          }
        });
    return problems;
  }

  /** Gates that are none, or that ask for an earlier run's number that is not there. */
  private List<String> unanswered() {
    try {
      return Gates.parse(gates).stream()
          .filter(gate -> gate.limit(baseline).isEmpty())
          .map(gate -> "gate '" + gate + "': expected baseline." + gate.path() + ", a number")
          .toList();
    } catch (GateException e) {
      return e.problems();
    }
  }

  /** The same without sizes of its own; of the usual simulation if there is none of its name. */
  public LoadPlan withUsualSizes() {
    String known = Workload.find(simulation).orElse(Workload.TAKEOVER).text();
    return new LoadPlan(
        known, rate, users, warmupMs, durationMs, popularity, gates, Map.of(), baseline, turn);
  }

  /** The same with an earlier run's numbers, by their paths. */
  public LoadPlan against(Map<String, BigDecimal> numbers) {
    return new LoadPlan(
        simulation, rate, users, warmupMs, durationMs, popularity, gates, sizes, numbers, turn);
  }

  /** The same load for one of two sides that take turns. */
  public LoadPlan inTurn(Turn whose) {
    return new LoadPlan(
        simulation, rate, users, warmupMs, durationMs, popularity, gates, sizes, baseline, whose);
  }

  /** When two sides take turns. */
  public Rounds rounds() {
    return turn().rounds(this);
  }

  /** How long newcomers come in the measured time, seconds. */
  public double measuredSeconds() {
    return workload() == Workload.VERSUS
        ? rounds().measured() * rounds().each() / 1e9
        : durationMs / 1e3;
  }

  /** A number of the simulation's own, as it was given, or the usual one. */
  public String size(String name) {
    return workload().sizes().stream()
        .filter(size -> size.name().equals(name))
        .findFirst()
        .map(size -> sizes.getOrDefault(name, size.usual()))
        .orElseThrow(() -> new IllegalStateException(simulation + " has no " + name));
  }

  /** The same as a whole number. */
  public int count(String name) {
    return Integer.parseInt(size(name));
  }

  /** The same as a number. */
  public double number(String name) {
    return Double.parseDouble(size(name));
  }

  /** The same as a time. */
  public long nanos(String name) {
    return Durations.parse(size(name)).orElseThrow().toNanos();
  }

  /** The most newcomers per second that are planned. */
  public double highestRate() {
    return switch (workload()) {
      case STORM -> users * 1e9 / nanos("within");
      case DUEL -> users * count("duellists") * 1e9 / Math.min(nanos("pause"), 1_000_000_000L);
      case CAPACITY -> number("to");
      default -> rate;
    };
  }

  /** What users do. */
  public Mix mix() {
    return workload() == Workload.CHURN ? Mix.find(size("mix")).orElseThrow() : Mix.TAKEOVERS;
  }

  /**
   * Connects of the measured time, as far as they are planned.
   *
   * @param seed of the run
   */
  public long connects(long seed) {
    Mix mix = mix();
    long turns = total();
    return mix.weights().size() == 1
        ? turns - warmups()
        : LongStream.range(warmups(), turns).filter(i -> mix.at(seed, i) == Deed.TAKEOVER).count();
  }

  /** When newcomers come. */
  public Arrivals arrivals() {
    return workload().arrivals(this);
  }

  /** Number of newcomers, warm-up included. */
  public long total() {
    return arrivals().total();
  }

  /** Number of newcomers in the warm-up. */
  public long warmups() {
    return Math.min(total(), arrivals().index(warmupMs * 1_000_000));
  }

  /** The phase of a newcomer that comes at an instant, nanoseconds after t0. */
  public String phase(long due) {
    return due < warmupMs * 1_000_000 ? WARM_UP : MEASURED;
  }

  /** When the plan is over, nanoseconds after t0. */
  public long length() {
    return (warmupMs + durationMs) * 1_000_000;
  }

  /** What of it goes into the result. */
  public LoadResult.Planned planned() {
    return new LoadResult.Planned(
        rate, users, durationMs, warmupMs, popularity, sizes.isEmpty() ? null : sizes);
  }

  /** The form in the first line of a history. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a load plan cannot be written", e);
    }
  }

  /**
   * Reads that form.
   *
   * @param json from the first line
   * @return the plan
   * @throws HistoryException if it is none
   */
  public static LoadPlan ofJson(String json) throws HistoryException {
    try {
      LoadPlan plan = JSON.readValue(json, LoadPlan.class);
      Optional<String> problem =
          Stream.concat(plan.problems().stream(), plan.unanswered().stream()).findFirst();
      if (problem.isPresent()) {
        throw new HistoryException("\"load\" is no load plan: " + problem.get());
      }
      return plan;
    } catch (JsonProcessingException e) {
      throw new HistoryException("\"load\" is no load plan: " + e.getOriginalMessage());
    }
  }
}
