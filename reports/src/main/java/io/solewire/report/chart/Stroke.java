package io.solewire.report.chart;

/** Makes SVG path data. Not thread-safe. */
public final class Stroke {

  private final StringBuilder out = new StringBuilder();
  private boolean down;
  private boolean lonely;

  /** Goes on to a place, or begins there after {@link #lift}. */
  public Stroke to(double x, double y) {
    out.append(down ? 'L' : 'M').append(Chart.place(x)).append(' ').append(Chart.place(y));
    lonely = !down;
    down = true;
    return this;
  }

  /** Ends a line; one that has but one place becomes a dot. */
  public Stroke lift() {
    if (lonely) {
      out.append("h0");
    }
    lonely = false;
    down = false;
    return this;
  }

  /** A dot, as large as the pen if that is round. */
  public Stroke dot(double x, double y) {
    return lift().to(x, y).lift();
  }

  /** A rectangle. */
  public Stroke box(double left, double top, double right, double bottom) {
    lift().to(left, top).to(right, top).to(right, bottom).to(left, bottom);
    out.append('Z');
    return lift();
  }

  /** The path data so far. */
  public String path() {
    lift();
    return out.toString();
  }
}
