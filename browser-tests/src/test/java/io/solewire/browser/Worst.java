package io.solewire.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.solewire.history.History;
import io.solewire.report.Reports;
import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The result of a real run in which every string that is not the suite's own is hostile. */
final class Worst {

  /** Strings of the suite, and those that are read again as something else. */
  private static final Set<String> OWN =
      Set.of(
          "axis",
          "expression",
          "id",
          "level",
          "rule",
          "segment",
          "startedAt",
          "title",
          "until",
          "user",
          "verdict");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = String.join(" ", HostileServer.TEXTS) + "z".repeat(2_000);

  private Worst() {}

  /** Writes the reports of it: the cases of one result, the load of another. */
  static Path write(Path cases, Path load, Path folder) throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(cases.toFile());
    tree.set("load", JSON.readTree(load.toFile()).get("load"));
    ArrayNode problems = tree.putArray("problems");
    HostileServer.TEXTS.forEach(problems::add);
    spoil(tree);
    tree.put("tool", "solewire " + TEXT); // of no other tool is anything shown
    Path result = folder.resolve(Results.FILE);
    Files.createDirectories(folder);
    JSON.writeValue(result.toFile(), tree);
    history(cases.resolveSibling(History.FILE), folder.resolve(History.FILE));
    Reports.write(Results.read(result), folder);
    return folder.resolve(Reports.HTML);
  }

  /** What the server sent is hostile, so that the pictures carry it. */
  private static void history(Path from, Path to) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(from)) {
      ObjectNode event = (ObjectNode) JSON.readTree(line);
      if (event.has("text")) {
        event.put("text", TEXT);
      }
      lines.append(event).append('\n');
    }
    Files.writeString(to, lines);
  }

  private static void spoil(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(names(object))) {
        if (!OWN.contains(name) && object.get(name).isTextual()) {
          object.set(name, new TextNode(TEXT));
        }
      }
    }
    node.forEach(Worst::spoil);
  }

  private static Set<String> names(ObjectNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
