package io.solewire.report;

import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a run leaves behind for readers and tools. Stateless and thread-safe. */
public final class Reports {

  /** For CI servers. */
  public static final String JUNIT = "junit.xml";

  /** For a pull request. */
  public static final String SUMMARY = "summary.md";

  /** For people; one file that loads nothing. */
  public static final String HTML = "report.html";

  private Reports() {}

  /**
   * Writes result.json, junit.xml, summary.md and report.html. Each replaces an older one in one
   * step, and none does before all four are on the disk: no file is ever seen half-written, and a
   * full disk leaves the older ones as they were.
   *
   * @param result what to write
   * @param folder where; made if it is not there
   * @throws IOException if a file cannot be written; the message names the file and the reason
   */
  public static void write(RunResult result, Path folder) throws IOException {
    write(result, folder, Evidence.of(result, folder));
  }

  /**
   * The same with what there is to draw.
   *
   * @param evidence what lies beside the result
   */
  public static void write(RunResult result, Path folder, Evidence evidence) throws IOException {
    Map<String, String> texts = rendered(result, evidence);
    texts.put(Results.FILE, Visible.encodable(Results.toJson(result)));
    write(texts, folder);
  }

  /**
   * The same without result.json, for a result that is there already.
   *
   * @param result what to show
   * @param folder where; made if it is not there
   * @param evidence what lies beside the result
   * @throws IOException if a file cannot be written; the message names the file and the reason
   */
  public static void render(RunResult result, Path folder, Evidence evidence) throws IOException {
    write(rendered(result, evidence), folder);
  }

  private static Map<String, String> rendered(RunResult result, Evidence evidence) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(JUNIT, JunitXml.of(result));
    texts.put(SUMMARY, SummaryMarkdown.of(result));
    texts.put(HTML, HtmlReport.of(result, evidence));
    return texts;
  }

  private static void write(Map<String, String> texts, Path folder) throws IOException {
    try (FileSet files = new FileSet(folder)) {
      for (Map.Entry<String, String> entry : texts.entrySet()) {
        files.put(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
      files.publish();
    }
  }
}
