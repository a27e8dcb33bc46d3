package io.solewire.load.gate;

import io.solewire.judge.Verdict;
import io.solewire.load.health.Lag;
import io.solewire.result.LoadResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of one number of a load, such as {@code eviction.p99 < 50 ms} or {@code
 * eviction.p99 <= 1.15 * baseline}. Immutable and thread-safe.
 */
public final class Gate {

  private static final String OWN = " of it may be the generator's own: its event loops were late";

  /** What a percentile of few samples is worth. */
  public enum Few {
    TELL_NOTHING,
    TELL_ENOUGH
  }

  private final String expression;
  private final Measure measure;
  private final Operator operator;
  private final Threshold threshold;

  Gate(String expression, Measure measure, Operator operator, Threshold threshold) {
    this.expression = expression;
    this.measure = measure;
    this.operator = operator;
    this.threshold = threshold;
  }

  /**
   * Reads a gate.
   *
   * @param text a metric (a path in the load of result.json), an operator and a number, with a unit
   *     (ns, us, µs, ms or s) if the metric is a time; or a multiple of the same number of an
   *     earlier run, such as {@code 1.15 * baseline} or {@code baseline + 200 us}; spaces do not
   *     matter
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
   * number and that without {@link Lag#allowance} agree. A capacity that something but the server
   * ended may be more: a gate on it is decided where all that it may be agrees.
   *
   * @param load what came of it; its gates are not looked at
   * @param baseline an earlier run's numbers by their paths, microseconds if they are times; those
   *     of gates that ask for none are not needed
   * @return pass or fail with the value; inconclusive without a value if there were no samples, and
   *     inconclusive with it if anything but {@code violations} and what the generator says of
   *     itself fails while it was not healthy, a latency fails by no more than what may be the
   *     generator's own, or a capacity may be more and that decides: the number is then not the
   *     server's; inconclusive too if a percentile has too few samples beyond it, so that it is
   *     mostly chance, and no lower one that has enough decides
   * @throws IllegalStateException if the gate asks for a number of the baseline that is not there
   */
  public LoadResult.GateResult judge(LoadResult load, Map<String, BigDecimal> baseline) {
    return judge(load, baseline, Few.TELL_NOTHING);
  }

  /**
   * The same, with a say in what few samples are worth.
   *
   * @param few whether a percentile of few samples decides: of several short loads, which are
   *     counted, each may err
   */
  public LoadResult.GateResult judge(LoadResult load, Map<String, BigDecimal> baseline, Few few) {
    Optional<BigDecimal> value = measure.in(load);
    BigDecimal limit =
        limit(baseline)
            .orElseThrow(() -> new IllegalStateException(expression + " without a baseline"));
    Kind kind = measure.kind();
    Value limited =
        threshold.isRelative()
            ? Value.limit(limit, kind, value.orElse(limit))
            : new Value(limit, null);
    BigDecimal earlier = baseline.get(path());
    Optional<String> open = value.flatMap(number -> open(number, limit, load, few));
    return new LoadResult.GateResult(
        expression,
        value.map(number -> Value.measured(number, kind, limited.number()).text()).orElse(null),
        open.isPresent() ? Verdict.INCONCLUSIVE : verdict(value, limit, load),
        open.orElse(null),
        threshold.isRelative() ? Value.limit(earlier, kind, earlier).text() : null,
        limited.text());
  }

  /** Why a number decides nothing; empty if it does. */
  private Optional<String> open(BigDecimal value, BigDecimal limit, LoadResult load, Few few) {
    Optional<Measure.Thin> thin = measure.thin().apply(load).filter(t -> few == Few.TELL_NOTHING);
    if (thin.isPresent()) {
      return thin.filter(t -> !isSure(t, limit)).map(this::words);
    }
    BigDecimal own = own(value, load);
    return operator.holds(value, limit) == operator.holds(value.subtract(own), limit)
        ? measure
            .ceiling()
            .apply(load)
            .filter(ceiling -> ceiling.decides(operator, value, limit))
            .map(Ceiling::why)
        : Optional.of("up to " + Value.measured(own, measure.kind(), limit).text() + OWN);
  }

  /** What a lower percentile shows already: the one that is asked for is no less. */
  private boolean isSure(Measure.Thin thin, BigDecimal limit) {
    boolean holds = operator.holds(thin.sure().subtract(thin.own()), limit);
    return switch (operator) {
      case LESS, AT_MOST -> !holds;
      case MORE, AT_LEAST -> holds;
      default -> false;
    };
  }

  private String words(Measure.Thin thin) {
    return String.format(
        Locale.ROOT,
        "%,d samples are too few for %s, which takes %,d: raise --duration or --rate",
        thin.samples(),
        path().substring(path().indexOf('.') + 1),
        thin.least());
  }

  private BigDecimal own(BigDecimal value, LoadResult load) {
    return BigDecimal.valueOf(measure.own().applyAsLong(load)).min(value);
  }

  private Verdict verdict(Optional<BigDecimal> value, BigDecimal limit, LoadResult load) {
    if (value.isEmpty()) {
      return Verdict.INCONCLUSIVE;
    }
    if (operator.holds(value.get(), limit)) {
      return Verdict.PASS;
    }
    boolean doubtful = measure.kind().needsHealth() && !load.generator().healthy();
    return doubtful ? Verdict.INCONCLUSIVE : Verdict.FAIL;
  }

  /**
   * What the value is compared with, as a number.
   *
   * @param baseline an earlier run's numbers by their paths
   * @return microseconds if the metric is a time; empty if it takes a number that is not there
   */
  public Optional<BigDecimal> limit(Map<String, BigDecimal> baseline) {
    return Optional.ofNullable(threshold.isRelative() ? baseline.get(path()) : BigDecimal.ZERO)
        .map(threshold::at);
  }

  /**
   * The gate's own number in a load.
   *
   * @param load what came of it
   * @return microseconds if the metric is a time; empty if there were no samples
   */
  public Optional<BigDecimal> value(LoadResult load) {
    return measure.in(load);
  }

  /** True if the metric grows with the length of a run, so that runs of equal length compare. */
  public boolean growsWithTime() {
    return measure.kind() == Kind.FINDINGS
        || measure.kind() == Kind.COUNT && !path().startsWith("held.")
        || path().matches("generator\\.(gc|jit)Ms");
  }

  /**
   * The gate as one that asks for no baseline.
   *
   * @param baseline an earlier run's numbers by their paths
   * @return an expression with a number; the gate's own where it has one already, or none is known
   */
  public String resolved(Map<String, BigDecimal> baseline) {
    return threshold.isRelative() ? limit(baseline).map(this::with).orElse(expression) : expression;
  }

  private String with(BigDecimal limit) {
    BigDecimal number =
        limit.setScale(
            Math.min(limit.scale(), ThresholdReader.MOST_DECIMALS), RoundingMode.HALF_UP);
    String unit = measure.kind().timed() ? " us" : "";
    return path() + " " + operator.text() + " " + number.toPlainString() + unit;
  }

  /** What sort of number is measured. */
  Kind kind() {
    return measure.kind();
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
   * @return microseconds if the metric is a time, else a plain number
   */
  public Threshold threshold() {
    return threshold;
  }

  @Override
  public String toString() {
    return expression;
  }
}
