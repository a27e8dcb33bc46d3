package io.solewire.result;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.solewire.judge.Verdict;
import io.solewire.rule.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says of a value in result.json that cannot be read where it is and what was expected. */
final class ValueProblem {

  private ValueProblem() {}

  /** Such as {@code load.rate is "fast", expected a number}. */
  static String words(ObjectMapper json, JsonNode root, JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    JsonNode value = root;
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(Visible.line(step.getFieldName()));
        value = value.path(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
        value = value.path(step.getIndex());
      }
    }
    Class<?> wanted = e instanceof MismatchedInputException bad ? bad.getTargetType() : null;
    String shown = value.isMissingNode() ? "missing" : ResultDocument.shown(value);
    return path + " is " + shown + ", expected " + type(json, wanted);
  }

  /** What a key holds that every result has. */
  static String expected(ObjectMapper json, String key) {
    return switch (key) {
      case "verdict" -> type(json, Verdict.class);
      case "level" -> type(json, Level.class);
      case "exitCode" -> type(json, int.class);
      case "cases" -> type(json, List.class);
      case "target" -> "an object with the target's name";
      case "startedAt" -> "an instant such as 2026-11-28T15:14:41Z";
      case "tool" -> "the release that made it, such as \"solewire 0.1.0\"";
      default -> type(json, String.class);
    };
  }

  private static String type(ObjectMapper json, Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return "one of " + String.join(", ", names(json, type));
    }
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == String.class ? "text" : Map.class.isAssignableFrom(type) ? "a map" : "an object";
  }

  private static List<String> names(ObjectMapper json, Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(json.convertValue(constant, String.class));
    }
    return names;
  }
}
