package io.solewire.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The form of an event in the file. Stateless. */
final class EventJson {

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
    number(json, "took", d.took());
    bool(json, "utf8", d.utf8());
    text(json, "name", redactor.clean(d.name()));
    text(json, "id", redactor.clean(d.id()));
    number(json, "step", d.step());
    bool(json, "decides", d.decides());
    text(json, "means", d.means());
    text(json, "text", redactor.clean(d.text()));
    json.writeEndObject();
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
