package io.solewire.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Takes XML apart with the JDK's parser. */
final class Dom {

  private Dom() {}

  static Document parse(String xml) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler());
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  static List<Element> all(Document document, String tag) {
    return list(document.getElementsByTagName(tag));
  }

  static List<Element> all(Element element, String tag) {
    return list(element.getElementsByTagName(tag));
  }

  static Element only(List<Element> elements, Predicate<Element> wanted) {
    List<Element> found = elements.stream().filter(wanted).toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one element, found " + found.size());
    }
    return found.get(0);
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
