package io.solewire.load.gate;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is asked of one number of a load, such as {@code eviction.p99 < 50 ms}. Immutable and
 * thread-safe.
 */
public final class Gate {

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
   * Judges the numbers of a load.
   *
   * @param load what came of it; its gates are not looked at
   * @return pass or fail with the value; inconclusive without a value if there were no samples, and
   *     inconclusive with it if a latency or the rate fails while the generator was not healthy,
   *     because the number is then not the server's
   */
  public LoadResult.GateResult judge(LoadResult load) {
    Optional<BigDecimal> value = measure.in(load);
    return new LoadResult.GateResult(
        expression,
        value.map(number -> Value.shown(number, measure.kind(), threshold)).orElse(null),
        value.map(number -> verdict(number, load)).orElse(Verdict.INCONCLUSIVE));
  }

  private Verdict verdict(BigDecimal value, LoadResult load) {
    if (operator.holds(value, threshold)) {
      return Verdict.PASS;
    }
    boolean doubtful = measure.kind().needsHealth() && !load.generator().healthy();
    return doubtful ? Verdict.INCONCLUSIVE : Verdict.FAIL;
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
