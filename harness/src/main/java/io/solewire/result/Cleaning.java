package io.solewire.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.history.Redactor;
import java.util.Set;

/**
 * Takes secrets out of the texts of a result, and leaves alone what is a name of ours: a secret may
 * be as short as the word of a verdict. Stateless.
 */
final class Cleaning {

  private static final Set<String> OURS = Set.of("verdict", "axis", "level", "rule", "tool");

  private Cleaning() {}

  static JsonNode clean(JsonNode node, Redactor redactor) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(redactor.clean(node.asText()));
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(clean(element, redactor)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              field -> {
                boolean ours = OURS.contains(field.getKey());
                object.set(
                    field.getKey(), ours ? field.getValue() : clean(field.getValue(), redactor));
              });
      return object;
    }
    return node;
  }
}
