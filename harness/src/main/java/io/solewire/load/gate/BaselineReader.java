package io.solewire.load.gate;

import io.solewire.hint.Nearest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Reads a threshold that is a multiple of an earlier run's number. */
final class BaselineReader {

  private static final String BASELINE = "baseline";
  private static final int SHORTEST = 4;

  private final GateProblem problem;
  private final Measure measure;
  private final ThresholdReader numbers;

  BaselineReader(GateProblem problem, Measure measure, ThresholdReader numbers) {
    this.problem = problem;
    this.measure = measure;
    this.numbers = numbers;
  }

  /** True if it is one, or was meant to be. */
  static boolean isMeant(String text) {
    return text.contains("*")
        || Arrays.stream(text.split("\\P{Alpha}+"))
            .filter(word -> word.length() >= SHORTEST)
            .anyMatch(word -> !Nearest.to(word, List.of(BASELINE)).isEmpty());
  }

  Threshold read(String text) {
    int plus = text.indexOf('+');
    BigDecimal factor = factor(plus < 0 ? text : text.substring(0, plus).strip());
    BigDecimal addition =
        plus < 0 ? BigDecimal.ZERO : numbers.amount(text.substring(plus + 1).strip());
    return new Threshold(factor, addition);
  }

  private BigDecimal factor(String product) {
    String[] factors = product.split("\\*", -1);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = factors[i].strip();
    }
    if (factors.length == 1 && factors[0].equals(BASELINE)) {
      return BigDecimal.ONE;
    }
    List<String> others = Arrays.stream(factors).filter(f -> !f.equals(BASELINE)).toList();
    if (factors.length == 2 && others.size() == 1 && !others.get(0).isEmpty()) {
      BigDecimal factor = numbers.number(others.get(0));
      if (factor.signum() > 0) {
        return factor;
      }
      throw problem.because("the factor is 0", "a factor above 0, such as 1.15");
    }
    String added = measure.kind().timed() ? "200 us" : "5";
    throw problem.because(
        Text.quoted(product) + " is no multiple of the baseline",
        "baseline, 1.15 * baseline, or 1.15 * baseline + " + added);
  }
}
