package io.solewire.report;

import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.CaseResult;
import io.solewire.result.CaseResult.Interval;
import io.solewire.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** A page stays small whatever a server and a history bring. */
class PageSizeTest {

  private static final int MOST = 2_000_000;

  private static final String WORST = "<".repeat(512);

  @TempDir private Path folder;

  @Test
  void picturesOfMarkupThatIsSentOverAndOverLeaveThePageSmall() throws Exception {
    CaseResult[] cases = new CaseResult[71];
    StringBuilder lines =
        new StringBuilder(
            "{\"format\":1,\"rules\":1,\"seed\":8812,\"target\":\"t\",\"profile\":\"{}\"}\n");
    for (int i = 0; i < cases.length; i++) {
      cases[i] = Samples.in(fail("A1.x" + i, "x"), new Interval("u", 0, 100_000));
      for (int conn = 0; conn < 40; conn++) {
        for (int frame = 0; frame < 14; frame++) {
          lines.append(
              "{\"t\":%d,\"case\":\"A1.x%d\",\"user\":\"u\",\"conn\":\"c%d\",\"e\":\"frame-in\",\"text\":\"%s\"}\n"
                  .formatted(frame, i, conn, WORST));
        }
      }
    }
    Files.writeString(folder.resolve("history.jsonl"), lines);
    RunResult run = run(1, false, cases);
    String html = HtmlReport.of(run, Evidence.of(run, folder));
    assertTrue(bytes(html) <= MOST, bytes(html) + " bytes");
    Document page = Pages.of(html);
    assertEquals(71, Dom.all(page, "figure").size());
    String text = page.getDocumentElement().getTextContent();
    assertTrue(text.contains("There was no room left for its drawing"));
    assertTrue(bytes(html) > MOST / 2, "the room is used");
  }

  @Test
  void manyCasesOfLongWordsAreCutAndSaySo() throws Exception {
    CaseResult[] cases = new CaseResult[300];
    Arrays.setAll(cases, i -> fail("A1.x" + i, WORST.repeat(20)));
    String html = HtmlReport.of(run(1, false, cases));
    assertTrue(bytes(html) <= MOST, bytes(html) + " bytes");
    Document page = Pages.of(html);
    assertTrue(page.getElementsByTagName("details").getLength() > 300);
    assertTrue(page.getDocumentElement().getTextContent().contains("The rest of this case is in"));
  }

  private static int bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8).length;
  }
}
