package io.solewire.load.gate;

import io.solewire.judge.Verdict;
import io.solewire.load.health.Lag;
import io.solewire.result.LoadResult;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is asked of one number of a load, such as {@code eviction.p99 < 50 ms}. Immutable and
 * thread-safe.
 */
public final class Gate {

  private static final String OWN = " of it may be the generator's own: its event loops were late";

  private final String expression;
  private final Measure measure;
  private final Operator operator;
  private final BigDecimal threshold;

  Gate(String expression, Measure measure, Operator operator, BigDecimal threshold) {
    this.expression = expression;
    this.measure = measure;
    this.operator = operator;
    this.threshold = threshold;
  }

  /**
   * Reads a gate.
   *
   * @param text a metric (a path in the load of result.json), an operator and a number, with a unit
   *     (ns, us, µs, ms or s) if the metric is a time; spaces do not matter
   * @return the gate
   * @throws GateException if it is none; its message is one sentence that names the expression,
   *     what is wrong and what was expected
   */
  public static Gate parse(String text) {
    return new GateReader(text).read();
  }

  /**
   * Judges the numbers of a load. A latency ends when the generator reads what has arrived, so it
   * is the server's and something of the generator's own: a gate is decided where both the measured
   * number and that without {@link Lag#allowance} agree.
   *
   * @param load what came of it; its gates are not looked at
   * @return pass or fail with the value; inconclusive without a value if there were no samples, and
   *     inconclusive with it if a latency or the rate fails while the generator was not healthy, or
   *     a latency by no more than what may be the generator's own: the number is then not the
   *     server's
   */
  public LoadResult.GateResult judge(LoadResult load) {
    Optional<BigDecimal> value = measure.in(load);
    return value
        .map(number -> judge(number, load))
        .orElseGet(() -> new LoadResult.GateResult(expression, null, Verdict.INCONCLUSIVE));
  }

  private LoadResult.GateResult judge(BigDecimal value, LoadResult load) {
    boolean holds = operator.holds(value, threshold);
    BigDecimal own = BigDecimal.valueOf(measure.own().applyAsLong(load)).min(value);
    boolean open = holds != operator.holds(value.subtract(own), threshold);
    boolean doubtful = measure.kind().needsHealth() && !load.generator().healthy();
    Verdict decided = holds ? Verdict.PASS : Verdict.FAIL;
    return new LoadResult.GateResult(
        expression,
        Value.shown(value, measure.kind(), threshold),
        open || doubtful && !holds ? Verdict.INCONCLUSIVE : decided,
        open ? "up to " + Value.shown(own, measure.kind(), threshold) + OWN : null);
  }

  /**
   * The gate as it was typed.
   *
   * @return the expression, every run of white space as one plain space
   */
  public String expression() {
    return expression;
  }

  /**
   * What is measured.
   *
   * @return the metric's path, such as {@code eviction.p99}
   */
  public String path() {
    return measure.path();
  }

  /**
   * How the value is compared with the threshold.
   *
   * @return the operator
   */
  public Operator operator() {
    return operator;
  }

  /**
   * What the value is compared with.
   *
   * @return microseconds if the metric is a time, else a plain number; never negative
   */
  public BigDecimal threshold() {
    return threshold;
  }

  @Override
  public String toString() {
    return expression;
  }
}
