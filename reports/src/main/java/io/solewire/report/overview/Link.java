package io.solewire.report.overview;

import io.solewire.report.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a page leads to. Stateless. */
final class Link {

  private static final String PLAIN = "-._~";

  private Link() {}

  /**
   * From a page to the report of a run.
   *
   * @param out the folder of the page
   * @param run the folder of the run
   * @return relative; empty if the run has no report
   */
  static String report(Path out, Path run) {
    if (!Files.isRegularFile(run.resolve(Reports.HTML))) {
      return "";
    }
    Path from = out.toAbsolutePath().normalize();
    Path to = run.toAbsolutePath().normalize().resolve(Reports.HTML);
    if (!from.getRoot().equals(to.getRoot())) {
      return "";
    }
    List<String> segments = new ArrayList<>();
    from.relativize(to).forEach(name -> segments.add(encoded(name.toString())));
    return String.join("/", segments);
  }

  private static String encoded(String segment) {
    StringBuilder out = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      out.append(
          letter || PLAIN.indexOf(c) >= 0
              ? String.valueOf(c)
              : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }
}
