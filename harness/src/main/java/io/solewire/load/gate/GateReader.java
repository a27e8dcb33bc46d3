package io.solewire.load.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one gate. */
final class GateReader {

  private static final String SIGN = "[<>=!≤≥≠]";
  private static final Pattern OPERATOR = Pattern.compile(SIGN + "(?: ?" + SIGN + ")*");

  private final String expression;
  private final GateProblem problem;

  GateReader(String typed) {
    this.expression = Text.plain(typed);
    this.problem = new GateProblem(expression);
  }

  Gate read() {
    if (expression.isEmpty()) {
      throw problem.because("it is empty", "a comparison such as eviction.p99 < 50 ms");
    }
    Matcher signs = OPERATOR.matcher(expression);
    if (!signs.find()) {
      throw problem.because("it has no operator", "one of " + Operator.all());
    }
    String left = expression.substring(0, signs.start()).strip();
    String right = expression.substring(signs.end()).strip();
    String sign = signs.group();
    if (signs.find()) {
      throw problem.because(
          "it has more than one operator", "one comparison, and a gate of its own for each");
    }
    Operator operator = operator(sign);
    Measure measure = measure(left);
    Threshold threshold = new ThresholdReader(problem, measure).read(right);
    return new Gate(expression, measure, operator, threshold);
  }

  private Operator operator(String sign) {
    return Operator.find(sign)
        .orElseThrow(
            () ->
                problem.because(
                    Text.quoted(sign) + " is no operator",
                    "one of "
                        + Operator.all()
                        + Operator.meant(sign)
                            .map(o -> "; did you mean " + o.text() + "?")
                            .orElse("")));
  }

  private Measure measure(String path) {
    return Measures.find(path)
        .orElseThrow(
            () ->
                problem.because(
                    path.isEmpty() ? "it has no metric" : Text.quoted(path) + " is no metric",
                    "one of " + Measures.listed() + Measures.suggestion(path)));
  }
}
