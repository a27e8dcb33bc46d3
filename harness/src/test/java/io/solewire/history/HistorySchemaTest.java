package io.solewire.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document = read();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void acceptsEveryKindOfEventWithEveryDetail(EventKind kind, @TempDir Path folder)
      throws Exception {
    Header header = new Header(1, 1, -5, "acme", "ws://h/{user}", "ab12", "{}");
    try (History history = History.begin(folder, header, Redactor.NONE, () -> 0)) {
      Detail full = new Detail(4409, 101, 7L, 9L, true, "text", "p1", 2, true, "refused", "hi");
      Segment segment = history.segment("A1.x");
      segment.record(new Event(1, "A1.x", "u", "c1", kind, full));
      segment.record(new Event(2, "A1.x", "", "", kind, Detail.NONE));
      history.merge();
    }
    for (String line : Files.readAllLines(folder.resolve("history.jsonl"))) {
      assertEquals(Set.of(), faults(line), line);
    }
  }

  @Test
  void knowsTheSameKindsAndFieldsAsTheCode() {
    Set<String> kinds = new TreeSet<>();
    document
        .at("/$defs/event/properties/e/oneOf")
        .forEach(kind -> kinds.add(kind.path("const").asText()));
    assertEquals(
        Stream.of(EventKind.values())
            .map(EventKind::text)
            .collect(Collectors.toCollection(TreeSet::new)),
        kinds);
    Set<String> fields = components(Detail.class);
    fields.addAll(Set.of("t", "case", "user", "conn", "e"));
    assertEquals(fields, names("/$defs/event/properties"));
    assertEquals(components(Header.class), names("/$defs/header/properties"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'t':1,'case':'A1.x','e':'exploded'}",
        "{'t':1,'case':'A1.x','e':'fin-in','colour':'red'}",
        "{'t':1.5,'case':'A1.x','e':'fin-in'}",
        "{'t':1,'e':'fin-in'}",
        "{'t':1,'case':'A1.x'}",
        "{'t':1,'case':'A1.x','e':'close-in','code':'4409'}",
        "{'t':1,'case':'A1.x','e':'close-in','code':70000}",
        "{'t':1,'case':'A1.x','e':'frame-in','means':'maybe'}",
        "{'t':1,'case':'A1.x','e':'fin-in','user':''}",
        "{'format':2,'rules':1,'seed':1,'target':'','url':'','profileDigest':'','profile':''}",
        "{'format':1,'rules':1,'seed':1,'target':'','url':'','profileDigest':''}",
        "{'format':1,'rules':1,'seed':1,'target':'','url':'','profileDigest':'','profile':'','x':1}"
      })
  void refusesWhatNoHistorySays(String line) {
    assertFalse(faults(line.replace('\'', '"')).isEmpty());
  }

  @Test
  void describesEveryKindAndEveryField() {
    Stream.of("/$defs/event/properties", "/$defs/header/properties", "/$defs")
        .flatMap(at -> document.at(at).properties().stream())
        .forEach(f -> assertTrue(f.getValue().path("description").isTextual(), f::getKey));
    document
        .at("/$defs/event/properties/e/oneOf")
        .forEach(kind -> assertTrue(kind.path("description").isTextual(), kind::toString));
  }

  private static Set<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> names(String pointer) {
    Set<String> names = new TreeSet<>();
    document.at(pointer).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Set<ValidationMessage> faults(String line) {
    try {
      return schema.validate(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private static JsonNode read() {
    try (InputStream in = History.class.getResourceAsStream("history.schema.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the schema must be readable", e);
    }
  }
}
