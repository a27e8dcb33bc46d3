package io.solewire.report.chart;

import java.util.List;

/**
 * A drawing, ready for a template: all places are in the units of its frame. Immutable and
 * thread-safe.
 *
 * @param kind its name in style sheets
 * @param title what it shows, for readers
 * @param label the same with its numbers, for those who do not see it
 * @param frame its size
 * @param x the axis to the right
 * @param y the axis upwards
 * @param shapes what is drawn, the undermost first
 * @param notes words in the drawing
 * @param hits where a pointer gets to know more
 * @param table its numbers
 */
public record Chart(
    String kind,
    String title,
    String label,
    Frame frame,
    Axis x,
    Axis y,
    List<Shape> shapes,
    List<Note> notes,
    List<Hit> hits,
    Table table) {

  /**
   * The size of a drawing and the edges of the plot in it.
   *
   * @param width whole width
   * @param height whole height
   * @param left edge of the plot
   * @param right edge of the plot
   * @param top edge of the plot
   * @param bottom edge of the plot
   */
  public record Frame(int width, int height, int left, int right, int top, int bottom) {

    /** Half-way between the left and the right edge of the plot. */
    public int middle() {
      return (left + right) / 2;
    }
  }

  /**
   * A line, an area or dots.
   *
   * @param kind its name in style sheets
   * @param path SVG path data
   */
  public record Shape(String kind, String path) {}

  /**
   * Words in a drawing.
   *
   * @param kind their name in style sheets
   * @param x place
   * @param y place of the base line
   * @param anchor what of them is at x: {@code start}, {@code middle} or {@code end}
   * @param text the words
   */
  public record Note(String kind, double x, double y, String anchor, String text) {}

  /**
   * A part of the plot, from top to bottom, that says more.
   *
   * @param x left edge
   * @param width its width
   * @param text what it says
   */
  public record Hit(double x, double width, String text) {}

  /**
   * The numbers of a drawing.
   *
   * @param heads names of the columns
   * @param rows one cell for each column
   * @param more how many rows were left out
   */
  public record Table(List<String> heads, List<List<String>> rows, int more) {

    private static final int MAX_ROWS = 600;

    /** The first of the rows, as many as a page can hold. */
    public static Table of(List<String> heads, List<List<String>> rows) {
      List<List<String>> shown = rows.stream().limit(MAX_ROWS).toList();
      return new Table(heads, shown, rows.size() - shown.size());
    }
  }

  /** Rounded to a tenth, which is finer than any screen. */
  public static double place(double at) {
    return Math.round(at * 10) / 10.0;
  }
}
