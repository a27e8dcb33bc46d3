package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.solewire.load.gate.Gates;
import io.solewire.profile.LoadFile;
import io.solewire.profile.LoadFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What editors are told of load files is what the reader takes. */
class LoadFileSchemaTest {

  private static final Path EXAMPLE = Path.of("../simulations/examples/load.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final JsonNode document = read();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);

  @Test
  void theExampleIsALoadThatCanBeAsked() throws Exception {
    LoadFile file = LoadFileReader.read(EXAMPLE);
    assertEquals(List.of(), file.problems());
    assertTrue(accepts(Files.readString(EXAMPLE)));
    LoadPlan plan =
        new LoadPlan(
            file.simulation().orElseThrow(),
            file.rate().orElseThrow(),
            file.users().orElseThrow(),
            file.warmup().orElseThrow().toMillis(),
            file.duration().orElseThrow().toMillis(),
            file.popularity().orElseThrow(),
            file.gates(),
            file.sizes());
    assertEquals(List.of(), plan.problems());
    assertEquals(file.gates().size(), Gates.parse(plan.gates()).size());
    assertTrue(file.seed().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users: 1",
        "rate: 0.5",
        "rate: 500",
        "warmup: 0s",
        "warmup: 0",
        "duration: 1.5m",
        "duration: 0.1s",
        "popularity: zipf",
        "popularity: uniform",
        "sizes: {}",
        "sizes: {at-once: 4, within: 5s}",
        "gates: []",
        "gates: [violations == 0]",
        "baseline: runs/x",
        "seed: -5"
      })
  void acceptsWhatTheReaderAccepts(String yaml) throws Exception {
    assertEquals(List.of(), problems(yaml));
    assertTrue(accepts(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user: 1",
        "users: 0",
        "users: x",
        "rate: 0",
        "rate: fast",
        "warmup: -1s",
        "duration: 0s",
        "duration: 5",
        "duration: 0.0ms",
        "popularity: [zipf]",
        "sizes: 8",
        "sizes: {a: [1]}",
        "gates: errors == 0",
        "gates: [{}]",
        "baseline: ''",
        "seed: now"
      })
  void refusesWhatTheReaderRefuses(String yaml) throws Exception {
    assertFalse(problems(yaml).isEmpty());
    assertFalse(accepts(yaml));
  }

  @Test
  void knowsTheSameKeysAndSimulationsAsTheReader() throws Exception {
    Set<String> keys = new TreeSet<>();
    document.path("properties").fieldNames().forEachRemaining(keys::add);
    String known = problems("nosuchkeyatall: 1").get(0);
    List<String> listed =
        List.of(known.substring(known.indexOf("here: ") + 6, known.length() - 1).split(", "));
    assertEquals(new TreeSet<>(listed), keys);
    List<String> simulations = new ArrayList<>();
    document.at("/properties/simulation/enum").forEach(name -> simulations.add(name.asText()));
    assertEquals(Workload.names(), simulations);
  }

  @Test
  void describesEveryKey() {
    document
        .path("properties")
        .properties()
        .forEach(key -> assertTrue(key.getValue().path("description").isTextual(), key::getKey));
  }

  private List<String> problems(String yaml) throws IOException {
    return LoadFileReader.read(Files.writeString(folder.resolve("load.yaml"), yaml)).problems();
  }

  private boolean accepts(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return schema.validate(JSON.valueToTree(new Load(settings).loadFromString(yaml))).isEmpty();
  }

  private static JsonNode read() {
    try (InputStream in = LoadFileReader.class.getResourceAsStream("load.schema.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the schema must be readable", e);
    }
  }
}
