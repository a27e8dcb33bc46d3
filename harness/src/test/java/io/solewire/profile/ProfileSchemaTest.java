package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class ProfileSchemaTest {

  private static final String START = "profile: 1\nurl: ws://h/{user}\n";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document = read();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);

  @Test
  void acceptsTheFullSample() throws IOException {
    assertEquals(Set.of(), faults(Files.readString(Documents.resource("full.yaml"))));
  }

  @TestFactory
  Stream<DynamicTest> acceptsWhatTheReaderAccepts() throws IOException {
    return lines("valid.txt")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      Documents.profile(START + line);
                      assertEquals(Set.of(), faults(START + line));
                    }));
  }

  /** The rest needs more than a schema: variables, files, expressions, numbers of steps. */
  @Test
  void refusesMostOfWhatTheReaderRefuses() throws IOException {
    List<String> wrong =
        lines("problems.txt").map(line -> line.split(" => ", 2)[0]).distinct().toList();
    List<String> missed =
        wrong.stream()
            .filter(line -> !line.startsWith("?") && !line.startsWith("url: "))
            .filter(line -> faults(START + line.replace("!mine", "")).isEmpty())
            .toList();
    assertTrue(missed.size() < wrong.size() / 2, () -> String.join("\n", missed));
  }

  @Test
  void knowsTheSameKeysAsTheReader() {
    Map<Keys, String> places = placesOfCapabilities();
    places.put(Keys.DOCUMENT, "");
    places.put(Keys.TLS, "/properties/tls");
    places.put(Keys.STEP, "/$defs/step");
    places.put(Keys.EXPECT, "/$defs/expect/anyOf/1");
    places.put(Keys.EXPECT_HEX, "/$defs/expect-hex/anyOf/1");
    places.put(Keys.REPLY, "/$defs/reply");
    places.put(Keys.MATCH, "/$defs/match/anyOf/1");
    places.put(Keys.ADMITTED, "/$defs/admitted");
    places.put(Keys.PROBE, "/$defs/probe");
    places.put(Keys.DAMPER, "/properties/damper");
    places.put(Keys.EVICTED, "/properties/evicted");
    places.put(Keys.REFUSED, "/properties/refused");
    places.put(Keys.CLOSES, "/properties/closes");
    places.put(Keys.IDLE, "/properties/closes/properties/idle");
    places.put(Keys.REQUEST, "/$defs/request/anyOf/1");
    places.put(Keys.HTTP, "/$defs/http");
    places.put(Keys.SESSIONS, "/properties/sessions");
    places.put(Keys.LIMITS, "/properties/limits");
    places.put(Keys.START, "/properties/start");
    places.put(Keys.READY, "/properties/start/properties/ready");
    Set<Keys> ofProfiles = EnumSet.complementOf(EnumSet.of(Keys.KNOWN_FAILURE, Keys.LOAD));
    assertEquals(ofProfiles, places.keySet());
    places.forEach(
        (keys, pointer) -> {
          Set<String> inSchema = new TreeSet<>();
          document.at(pointer).path("properties").fieldNames().forEachRemaining(inSchema::add);
          assertEquals(new TreeSet<>(keys.names()), inSchema, pointer);
        });
  }

  private static Map<Keys, String> placesOfCapabilities() {
    Map<Keys, String> places = new EnumMap<>(Keys.class);
    places.put(Keys.PUBLISH, "/$defs/publish");
    places.put(Keys.AUTHENTICATION, "/properties/authentication");
    places.put(Keys.LOGIN, "/$defs/login");
    places.put(Keys.AGAIN, "/properties/authentication/properties/again");
    places.put(Keys.SIGN_IN, "/properties/login");
    places.put(Keys.SIGN_IN_HTTP, "/properties/login/properties/http");
    places.put(Keys.JWT, "/properties/jwt");
    places.put(Keys.SUBSCRIBE, "/properties/subscribe");
    places.put(Keys.EFFECT, "/properties/effect");
    places.put(Keys.SEEN, "/properties/effect/properties/seen");
    places.put(Keys.PRESENCE, "/properties/presence");
    places.put(Keys.IDENTITY, "/properties/identity");
    return places;
  }

  @Test
  void describesEveryTopLevelKey() {
    document
        .path("properties")
        .properties()
        .forEach(key -> assertTrue(key.getValue().path("description").isTextual(), key::getKey));
  }

  private Set<ValidationMessage> faults(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    Object values = new Load(settings).loadFromString(yaml);
    return schema.validate(JSON.valueToTree(values));
  }

  private static Stream<String> lines(String resource) throws IOException {
    return Files.readAllLines(Documents.resource(resource)).stream()
        .filter(line -> !line.startsWith("#"));
  }

  private static JsonNode read() {
    try (InputStream in = ProfileReader.class.getResourceAsStream("profile.schema.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the schema must be readable", e);
    }
  }
}
