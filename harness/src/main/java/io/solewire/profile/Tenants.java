package io.solewire.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code tenants}: names for which {@code {tenant}} stands. Stateless. */
final class Tenants {

  /** The variable; the first tenant's name except where a case asks for another. */
  static final String VARIABLE = "tenant";

  private static final String EXPECTED = "a list of at least two names, for which {tenant} stands";

  private Tenants() {}

  static List<String> read(Node node) {
    if (!node.present()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (Node item : node.items()) {
      item.text().filter(name -> !names.add(name)).ifPresent(name -> item.problem("another name"));
    }
    if (node.isList() && names.size() < 2) {
      node.problem(EXPECTED);
    }
    return List.copyOf(names);
  }

  /** Somebody must tell the server which tenant is meant. */
  static void checkUsed(Node document, List<Template> places) {
    Node node = document.at("tenants");
    boolean used = places.stream().anyMatch(place -> place.variables().contains(VARIABLE));
    if (node.isList() && node.items().size() > 1 && !used && !document.reading().scope().open()) {
      node.problem("{tenant} in the URL, a header, a subprotocol or a send step of the dialogue");
    }
  }
}
