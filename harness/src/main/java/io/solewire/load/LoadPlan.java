package io.solewire.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.history.HistoryException;
import io.solewire.result.LoadResult;
import java.util.List;

/**
 * When newcomers come, and what is asked of the numbers: an open model, newcomer {@code i} comes at
 * {@code t0 + i / rate}, whatever the server does. Immutable. It stands in the first line of a
 * load's history, so that the history can be judged alone.
 *
 * @param simulation its name
 * @param rate newcomers per second, warm-up included
 * @param users population
 * @param warmupMs discarded time at the start, milliseconds
 * @param durationMs measured time after it, milliseconds
 * @param popularity how users are chosen: {@code uniform}, or {@code zipf:EXPONENT}
 * @param gates expressions
 */
public record LoadPlan(
    String simulation,
    double rate,
    int users,
    long warmupMs,
    long durationMs,
    String popularity,
    List<String> gates) {

  /** The phase of newcomers that are discarded. */
  public static final String WARM_UP = "warm-up";

  /** The phase of newcomers that are measured. */
  public static final String MEASURED = "measured";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the gates. */
  public LoadPlan {
    gates = List.copyOf(gates);
  }

  /** Number of newcomers, warm-up included. */
  public long total() {
    return (long) Math.ceil((warmupMs + durationMs) / 1e3 * rate);
  }

  /** Number of newcomers in the warm-up. */
  public long warmups() {
    return Math.min(total(), (long) Math.ceil(warmupMs / 1e3 * rate));
  }

  /** When the i-th newcomer comes, nanoseconds after t0. */
  public long due(long i) {
    return (long) (i * 1e9 / rate);
  }

  /** How many newcomers come before an instant, nanoseconds after t0. */
  public long index(long nanos) {
    return Math.min(total(), (long) Math.ceil(nanos * rate / 1e9));
  }

  /** The phase of the i-th newcomer. */
  public String phase(long i) {
    return i < warmups() ? WARM_UP : MEASURED;
  }

  /** When the plan is over, nanoseconds after t0. */
  public long length() {
    return (warmupMs + durationMs) * 1_000_000;
  }

  /** What of it goes into the result. */
  public LoadResult.Planned planned() {
    return new LoadResult.Planned(rate, users, durationMs, warmupMs, popularity);
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
      return JSON.readValue(json, LoadPlan.class);
    } catch (JsonProcessingException e) {
      throw new HistoryException("\"load\" is no load plan: " + e.getOriginalMessage());
    }
  }
}
