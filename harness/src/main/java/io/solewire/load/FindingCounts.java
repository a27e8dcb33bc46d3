package io.solewire.load;

import io.solewire.judge.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each rule was found kept and broken so far, for whoever looks on while a load is
 * judged. Thread-safe; counting waits for nobody. Nothing is withdrawn here: what cannot be held
 * against a target, such as what was found after it was lost, is only known at the end.
 */
public final class FindingCounts {

  /** An incumbent that stays, a loser that lives, no survivor, a stranger touched. */
  static final Set<String> PROMISES = Set.of("A1", "A2", "D1", "D2", "E1");

  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  /**
   * What was found under one rule.
   *
   * @param rule its id
   * @param passed how often it was kept
   * @param failed how often it was broken
   * @param warned how often it was broken where it only asks
   * @param promise true if a failure is a violation
   */
  public record Row(String rule, long passed, long failed, long warned, boolean promise) {}

  /** The counters of one rule. Thread-safe. */
  static final class Count {
    private final LongAdder passed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder warned = new LongAdder();

    void add(Verdict verdict) {
      switch (verdict) {
        case PASS -> passed.increment();
        case FAIL -> failed.increment();
        case WARN -> warned.increment();
        default -> {
          // not observed
        }
      }
    }
  }

  FindingCounts() {
    PROMISES.forEach(this::of);
  }

  Count of(String rule) {
    return counts.computeIfAbsent(rule, r -> new Count());
  }

  /** One row for each rule that was looked at, and for each promise, by their ids. */
  public List<Row> rows() {
    return counts.entrySet().stream()
        .map(e -> row(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(Row::rule))
        .toList();
  }

  private static Row row(String rule, Count count) {
    return new Row(
        rule, count.passed.sum(), count.failed.sum(), count.warned.sum(), PROMISES.contains(rule));
  }
}
