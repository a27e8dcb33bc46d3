package io.solewire.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One page in a context of its own that reaches no network, and all that the page asked for and
 * said.
 */
final class Tab implements AutoCloseable {

  private static final int BOUND_MILLIS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> said = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  Tab(Browser browser) {
    context = browser.newContext(new Browser.NewContextOptions().setOffline(true));
    context.setDefaultTimeout(BOUND_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
    page.onPageError(problem -> said.add("uncaught: " + problem));
    page.onDialog(
        dialog -> {
          said.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    context.onRequest(request -> requests.add(request.url()));
    context.onPage(popup -> said.add("popup: " + popup.url()));
  }

  /** Shows a file, as a double click does. */
  ReportPage open(Path file) {
    requests.clear();
    page.navigate(file.toUri().toString());
    return new ReportPage(page);
  }

  /** The same in a window of this width, in CSS pixels. */
  ReportPage open(Path file, int width) {
    page.setViewportSize(width, 800);
    return open(file);
  }

  /** The same for somebody who prefers these colours. */
  ReportPage open(Path file, ColorScheme colours) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    return open(file);
  }

  /** What was written to the console, thrown, asked in dialogs, or opened beside the page. */
  List<String> said() {
    settle();
    return List.copyOf(said);
  }

  /** The addresses of everything that was asked for since the page was opened, itself first. */
  List<String> requests() {
    settle();
    return List.copyOf(requests);
  }

  /** Events of the page arrive in order, before the answer to a later question. */
  private void settle() {
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
  }

  @Override
  public void close() {
    context.close();
  }
}
