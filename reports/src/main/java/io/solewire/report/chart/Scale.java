package io.solewire.report.chart;

/**
 * Where a value stands in a drawing. Immutable and thread-safe.
 *
 * @param from the value at the start
 * @param to the value at the end
 * @param start place of the former
 * @param end place of the latter
 * @param log true if equal factors, not equal steps, are equally far apart
 */
public record Scale(double from, double to, double start, double end, boolean log) {

  /** Its place; what is beyond an end stands at that end. */
  public double at(double value) {
    double share = (bent(value) - bent(from)) / (bent(to) - bent(from));
    return Chart.place(start + Math.max(0, Math.min(1, share)) * (end - start));
  }

  private double bent(double value) {
    return log ? Math.log10(Math.max(value, Double.MIN_NORMAL)) : value;
  }
}
