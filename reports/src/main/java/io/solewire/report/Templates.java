package io.solewire.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.solewire.result.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Renders the templates of the pages; everything that comes from outside is escaped. Stateless. */
public final class Templates {

  private static final String ESCAPING = "visible";

  private static final PebbleEngine ENGINE = engine();

  private Templates() {}

  /**
   * Renders a page.
   *
   * @param template its file name
   * @param model what it shows
   */
  public static String render(String template, Map<String, Object> model) {
    StringWriter out = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(out, model, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(template + " cannot be rendered", e);
    }
    return out.toString();
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("io/solewire/report");
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .autoEscaping(true)
        .addEscapingStrategy(ESCAPING, Templates::escape)
        .defaultEscapingStrategy(ESCAPING)
        .defaultLocale(Locale.ROOT)
        .build();
  }

  private static String escape(String text) {
    return Visible.text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
