package io.solewire.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What could be read of a result.json. Immutable.
 *
 * @param result the result, without what could not be read; empty if nothing could. With problems,
 *     it is not to be judged by: what is missing may be what was broken
 * @param problems everything that is wrong with the file, each on a line that names it
 */
public record StoredResult(Optional<RunResult> result, List<String> problems) {

  private static final int MOST_PROBLEMS = 20;

  private static final List<String> OF_A_RUN =
      List.of("tool", "target", "startedAt", "verdict", "exitCode", "cases");

  private static final List<String> OF_A_CASE = List.of("id", "rule", "level", "verdict");

  /** The lists of a load, and what stands in an entry of each. */
  private static final Map<String, String> OF_A_LOAD =
      Map.of(
          "findings", "an object with rule, level, verdict",
          "gates", "an object with expression, value, verdict",
          "curve", "an object with percentile, us",
          "timeline", "an object with at, evictions, p50");

  /** Copies its list. */
  public StoredResult {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * @param file result.json
   * @return what could be read of it
   */
  public static StoredResult read(Path file) {
    Reading reading = new Reading(file, Results.mapper());
    Optional<RunResult> result = reading.result();
    List<String> problems = reading.problems;
    int more = problems.size() - MOST_PROBLEMS;
    if (more > 0) {
      problems = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
      problems.add(file + ": " + more + " more like these");
    }
    return new StoredResult(result, problems);
  }

  /** Whether all of it could be read. */
  public boolean whole() {
    return problems.isEmpty();
  }

  private static final class Reading {

    private final Path file;
    private final ObjectMapper json;
    private final List<String> problems = new ArrayList<>();

    Reading(Path file, ObjectMapper json) {
      this.file = file;
      this.json = json;
    }

    Optional<RunResult> result() {
      ObjectNode document;
      try {
        document = ResultDocument.read(json, file);
      } catch (IOException e) {
        String why = String.valueOf(e.getMessage());
        problems.add(why.startsWith(file.toString()) ? why : file + ": " + e);
        return Optional.empty();
      }
      missing(document, OF_A_RUN, "");
      if (document.get("cases") instanceof ArrayNode cases) {
        cases(cases);
      }
      if (document.get("load") instanceof ObjectNode load) {
        new TreeMap<>(OF_A_LOAD).forEach((key, entry) -> objects(load, "load.", key, entry));
      }
      return Optional.ofNullable(value(document, RunResult.class, ""));
    }

    private void cases(ArrayNode cases) {
      int index = 0;
      for (Iterator<JsonNode> each = cases.elements(); each.hasNext(); index++) {
        String where = "cases[" + index + "]";
        if (each.next() instanceof ObjectNode subject) {
          missing(subject, OF_A_CASE, where + ".");
          objects(subject, where + ".", "findings", "an object with rule, level, verdict");
          value(subject, CaseResult.class, where + ".");
        } else {
          problem(where + " is no case, expected an object with " + OF_A_CASE);
          each.remove();
        }
      }
    }

    /** What is no object in a list of such is told and taken out. */
    private void objects(ObjectNode owner, String where, String key, String entry) {
      if (owner.get(key) instanceof ArrayNode list) {
        int index = 0;
        for (Iterator<JsonNode> each = list.elements(); each.hasNext(); index++) {
          JsonNode value = each.next();
          if (!value.isObject()) {
            String shown = ResultDocument.shown(value);
            problem(where + key + "[" + index + "] is " + shown + ", expected " + entry);
            each.remove();
          }
        }
      }
    }

    private void missing(ObjectNode object, List<String> keys, String where) {
      for (String key : keys) {
        if (!object.hasNonNull(key)) {
          String what = object.has(key) ? " is null" : " is missing";
          problem(where + key + what + ", expected " + ValueProblem.expected(json, key));
        }
      }
    }

    /** Reads an object; what of it cannot be read is told and taken out. Null if nothing can. */
    private <T> T value(ObjectNode object, Class<T> type, String where) {
      for (int left = object.size(); left >= 0; left--) {
        try {
          return json.treeToValue(object, type);
        } catch (JsonMappingException e) {
          problem(where + ValueProblem.words(json, object, e));
          String key = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
          if (key == null || object.remove(key) == null) {
            return null;
          }
        } catch (JsonProcessingException e) {
          problem(where + Visible.line(e.getOriginalMessage()));
          return null;
        }
      }
      return null;
    }

    private void problem(String what) {
      problems.add(file + ": " + what);
    }
  }
}
