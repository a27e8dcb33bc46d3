package io.solewire.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads events from lines. Not thread-safe. What is wrong with a line is said with the key, the
 * value and what was expected; keys that are not known are passed over.
 */
final class EventReader {

  /** No run is longer than 30 years, and sums of instants stay whole. */
  static final long LATEST = 1_000_000_000_000_000_000L;

  private static final JsonFactory JSON = new JsonFactory();

  /** Events of the case itself. */
  private static final Set<EventKind> OF_CASE =
      EnumSet.of(EventKind.CASE_BEGIN, EventKind.CASE_END);

  /** What an event says nothing without. */
  private static final Map<EventKind, String> NEEDED =
      new EnumMap<>(
          Map.of(
              EventKind.PROBE_SENT, "id",
              EventKind.PROBE_ANSWERED, "id",
              EventKind.PUBLISHED, "id",
              EventKind.FAULT, "name"));

  private long t;
  private String caseId;
  private String user;
  private String conn;
  private EventKind kind;
  private Integer code;
  private Integer status;
  private Long length;
  private Long took;
  private Boolean utf8;
  private String name;
  private String id;
  private Integer step;
  private Boolean decides;
  private String means;
  private String text;

  Event read(byte[] line, int size) throws JsonProcessingException, HistoryException {
    try (JsonParser parser = JSON.createParser(line, 0, size)) {
      clear();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new HistoryException("expected an event with \"t\" and \"e\"");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        value(parser, key);
      }
      if (parser.nextToken() != null) {
        throw new HistoryException("not JSON: something follows the event");
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new HistoryException("not JSON: " + e.getMessage());
    }
    return event();
  }

  private void clear() {
    t = -1;
    caseId = null;
    user = "";
    conn = "";
    kind = null;
    code = null;
    status = null;
    length = null;
    took = null;
    utf8 = null;
    name = null;
    id = null;
    step = null;
    decides = null;
    means = null;
    text = null;
  }

  private void value(JsonParser json, String key) throws IOException, HistoryException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (key) {
      case "t" -> t = whole(json, key, 0, LATEST);
      case "case" -> caseId = text(json, key);
      case "user" -> user = text(json, key);
      case "conn" -> conn = text(json, key);
      case "e" -> kind = kind(text(json, key));
      case "code" -> code = (int) whole(json, key, 0, 65_535);
      case "status" -> status = (int) whole(json, key, -1, 999);
      case "length" -> length = whole(json, key, 0, Long.MAX_VALUE);
      case "took" -> took = whole(json, key, 0, LATEST);
      case "utf8" -> utf8 = truth(json, key);
      case "name" -> name = text(json, key);
      case "id" -> id = text(json, key);
      case "step" -> step = (int) whole(json, key, 0, Integer.MAX_VALUE);
      case "decides" -> decides = truth(json, key);
      case "means" -> means = text(json, key);
      case "text" -> text = text(json, key);
      default -> json.skipChildren();
    }
  }

  private Event event() throws HistoryException {
    if (t < 0 || kind == null) {
      throw new HistoryException("expected an event with \"t\" and \"e\"");
    }
    if (caseId == null || caseId.isEmpty()) {
      throw new HistoryException("expected the case of the event in \"case\"");
    }
    boolean published = kind == EventKind.PUBLISHED;
    boolean ofRun =
        OF_CASE.contains(kind) || kind == EventKind.FAULT && caseId.startsWith(Event.OF_RUN);
    if (!ofRun && (user.isEmpty() || !published && conn.isEmpty())) {
      String keys = published ? "\"user\"" : "\"user\" and \"conn\"";
      throw new HistoryException("expected " + keys + " of " + kind.text());
    }
    String needed = NEEDED.get(kind);
    if (needed != null && (needed.equals("id") ? id : name) == null) {
      throw new HistoryException("expected \"" + needed + "\" of " + kind.text());
    }
    Detail detail =
        new Detail(code, status, length, took, utf8, name, id, step, decides, means, text);
    return new Event(
        t, caseId, user, conn, kind, detail.equals(Detail.NONE) ? Detail.NONE : detail);
  }

  private static EventKind kind(String text) throws HistoryException {
    return EventKind.of(text)
        .orElseThrow(() -> new HistoryException("unknown event \"" + text + "\""));
  }

  private static long whole(JsonParser json, String key, long least, long most)
      throws IOException, HistoryException {
    boolean fits =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (!fits || json.getLongValue() < least || json.getLongValue() > most) {
      String range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
      throw wrong(json, key, "a whole number, " + range);
    }
    return json.getLongValue();
  }

  private static boolean truth(JsonParser json, String key) throws IOException, HistoryException {
    if (!json.currentToken().isBoolean()) {
      throw wrong(json, key, "true or false");
    }
    return json.getBooleanValue();
  }

  private static String text(JsonParser json, String key) throws IOException, HistoryException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong(json, key, "a text");
    }
    return json.getText();
  }

  private static HistoryException wrong(JsonParser json, String key, String expected)
      throws IOException {
    boolean quoted = json.currentToken() == JsonToken.VALUE_STRING;
    String value = quoted ? '"' + json.getText() + '"' : json.getText();
    return new HistoryException("\"" + key + "\" is " + value + ", expected " + expected);
  }
}
