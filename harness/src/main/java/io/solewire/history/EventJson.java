package io.solewire.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The form of an event in the file. Stateless. */
final class EventJson {

  private static final List<String> NUMBERS = List.of("code", "status", "length", "step");

  private EventJson() {}

  static void write(JsonGenerator json, Event event, Redactor redactor) throws IOException {
    json.writeStartObject();
    json.writeNumberField("t", event.t());
    json.writeStringField("case", event.caseId());
    text(json, "user", event.user().isEmpty() ? null : redactor.clean(event.user()));
    text(json, "conn", event.conn().isEmpty() ? null : event.conn());
    json.writeStringField("e", event.kind().text());
    Detail d = event.detail();
    number(json, "code", d.code());
    number(json, "status", d.status());
    number(json, "length", d.length());
    bool(json, "utf8", d.utf8());
    text(json, "name", redactor.clean(d.name()));
    text(json, "id", redactor.clean(d.id()));
    number(json, "step", d.step());
    bool(json, "decides", d.decides());
    text(json, "means", d.means());
    text(json, "text", redactor.clean(d.text()));
    json.writeEndObject();
  }

  static Event read(JsonNode line) throws HistoryException {
    if (!line.isObject() || !line.path("t").isIntegralNumber() || !line.path("e").isTextual()) {
      throw new HistoryException("expected an event with \"t\" and \"e\"");
    }
    String kind = line.path("e").asText();
    return new Event(
        line.path("t").asLong(),
        line.path("case").asText(""),
        line.path("user").asText(""),
        line.path("conn").asText(""),
        EventKind.of(kind)
            .orElseThrow(() -> new HistoryException("unknown event \"" + kind + "\"")),
        detail(line));
  }

  private static Detail detail(JsonNode line) throws HistoryException {
    for (String name : NUMBERS) {
      if (line.hasNonNull(name) && !line.get(name).isIntegralNumber()) {
        throw new HistoryException("expected a whole number in \"" + name + "\"");
      }
    }
    return new Detail(
        integer(line.get("code")),
        integer(line.get("status")),
        line.hasNonNull("length") ? Long.valueOf(line.get("length").asLong()) : null,
        bool(line.get("utf8")),
        text(line.get("name")),
        text(line.get("id")),
        integer(line.get("step")),
        bool(line.get("decides")),
        text(line.get("means")),
        text(line.get("text")));
  }

  private static Integer integer(JsonNode node) {
    return node == null || node.isNull() ? null : Integer.valueOf(node.asInt());
  }

  private static Boolean bool(JsonNode node) {
    return node == null || node.isNull() ? null : Boolean.valueOf(node.asBoolean());
  }

  private static String text(JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }

  private static void number(JsonGenerator json, String name, Number value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value.longValue());
    }
  }

  private static void bool(JsonGenerator json, String name, Boolean value) throws IOException {
    if (value != null) {
      json.writeBooleanField(name, value);
    }
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
