package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.solewire.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pictures of the README: {@code ./mvnw package -Pscreenshots -pl browser-tests -am}. */
@Tag("screenshots")
@ExtendWith(InChromium.class)
class ScreenshotsTest {

  private static final int WIDTH = 1280;
  private static final int MOST_HEIGHT = 1400;
  private static final long MOST_BYTES = 300_000;
  private static final Path IMAGES =
      Path.of(System.getProperty("solewire.home"), "reports", "published", "images");

  @Test
  void ofAServerThatKeepsTheRule(Tab tab) throws Exception {
    Path html = Shown.PASSING.html();
    assertEquals(0, Results.read(html.resolveSibling(Results.FILE)).exitCode());
    take(tab, html, "passing");
  }

  @Test
  void ofAServerThatBreaksIt(Tab tab) throws Exception {
    take(tab, Shown.FAILING.html(), "failing");
  }

  /** Long enough for its latencies to mean something. */
  @Test
  void ofALoad(Tab tab) throws Exception {
    Path folder = Path.of("target", "shown", "pictured").toAbsolutePath();
    String plan = "load --users 200 --rate 200 --warmup 10s --duration 20s";
    assertEquals(0, Shown.solewire(folder, List.of(plan.split(" "))));
    take(tab, folder.resolve("report.html"), "load");
  }

  private static void take(Tab tab, Path html, String name) throws Exception {
    tab.open(html, WIDTH);
    Page page = tab.open(html, ColorScheme.LIGHT).page();
    double height = page.locator("html").boundingBox().height;
    Path png = Files.createDirectories(IMAGES).resolve(name + ".png");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(png)
            .setFullPage(true)
            .setClip(0, 0, WIDTH, Math.min(height, MOST_HEIGHT)));
    assertTrue(Files.size(png) <= MOST_BYTES, png + " has " + Files.size(png) + " bytes");
  }
}
