package io.solewire.report;

import io.solewire.result.Visible;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of junit.xml, indented, with what a server sent made harmless. Not thread-safe. */
final class JunitWriter {

  /** Viewers show it in a row of a table; the text says the whole. Code points. */
  private static final int MAX_MESSAGE = 200;

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  JunitWriter() throws XMLStreamException {
    // Ours must not depend on which other StAX is on a vendor's class path.
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
  }

  /** The whole document. */
  String end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return out.append('\n').toString();
  }

  void open(String element) throws XMLStreamException {
    indent();
    xml.writeStartElement(element);
    depth++;
  }

  void close() throws XMLStreamException {
    depth--;
    indent();
    xml.writeEndElement();
  }

  void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Visible.line(value));
  }

  void attribute(String name, long value) throws XMLStreamException {
    attribute(name, String.valueOf(value));
  }

  /** Seconds, to the millisecond. */
  void time(long millis) throws XMLStreamException {
    attribute("time", String.format(Locale.ROOT, "%.3f", millis / 1000.0));
  }

  /** Nothing if there is no value. */
  void property(String name, String value) throws XMLStreamException {
    if (value != null) {
      indent();
      xml.writeEmptyElement("property");
      attribute("name", name);
      attribute("value", value);
    }
  }

  void testcase(String group, String name, long millis) throws XMLStreamException {
    open("testcase");
    attribute("classname", "solewire." + group);
    attribute("name", name);
    time(millis);
  }

  void trouble(String element, String type, String message, String text) throws XMLStreamException {
    open(element);
    attribute("message", shortened(message));
    attribute("type", type);
    text(text);
  }

  void skipped(String message) throws XMLStreamException {
    indent();
    xml.writeEmptyElement("skipped");
    attribute("message", shortened(message));
  }

  /** Nothing if there is no text. */
  void output(String element, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      open(element);
      text(text);
    }
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(Visible.text(text));
    xml.writeEndElement();
    depth--;
  }

  private static String shortened(String message) {
    String line = Visible.line(message);
    return line.codePointCount(0, line.length()) <= MAX_MESSAGE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_MESSAGE - 1)) + "…";
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
