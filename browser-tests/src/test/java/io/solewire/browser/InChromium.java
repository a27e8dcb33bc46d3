package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives a test a {@link Tab} of its own in Debian's Chromium. One browser serves all tests; it ends
 * with the last of them, whatever becomes of them, as a tab does with its test. Where there is no
 * Chromium the tests are reported as skipped, with the reason; where SOLEWIRE_REQUIRE names it,
 * that is a failure.
 */
final class InChromium implements BeforeEachCallback, ParameterResolver {

  private static final Namespace HERE = Namespace.create(InChromium.class);
  private static final String MISSING = "no chromium: apt-get install chromium";

  @Override
  public void beforeEach(ExtensionContext context) {
    if (executable().isPresent()) {
      return;
    }
    String required = System.getenv().getOrDefault("SOLEWIRE_REQUIRE", "");
    if (List.of(required.toLowerCase().split(",")).contains("chromium")) {
      fail("SOLEWIRE_REQUIRE names chromium, but there is " + MISSING);
    }
    throw new TestAbortedException(MISSING);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Tab.class;
  }

  @Override
  public Tab resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(Running.class, any -> Running.start(), Running.class);
    return context
        .getStore(HERE)
        .getOrComputeIfAbsent(Tab.class, any -> new Tab(running.browser()), Tab.class);
  }

  private static Optional<Path> executable() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The browser and what drives it. */
  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

    static Running start() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      try {
        return new Running(playwright, playwright.chromium().launch(options()));
      } catch (RuntimeException e) {
        playwright.close();
        throw e;
      }
    }

    private static BrowserType.LaunchOptions options() {
      return new BrowserType.LaunchOptions()
          .setExecutablePath(executable().orElseThrow())
          .setArgs(
              List.of(
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync"));
    }

    @Override
    public void close() {
      try (playwright) {
        browser.close();
      }
    }
  }
}
