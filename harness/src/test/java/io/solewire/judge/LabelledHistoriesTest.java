package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.CaseFold;
import io.solewire.history.EventKind;
import io.solewire.history.Header;
import io.solewire.history.HistoryReader;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Whole histories in the documented format, good and bad, each with the verdicts that it must get:
 * the files in {@code histories}, and beside them {@code expected.yaml}.
 */
class LabelledHistoriesTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  /** A file and what {@code expected.yaml} says of it. */
  private record Labelled(Path file, String sentence, Map<String, String> verdicts) {
    @Override
    public String toString() {
      return file.getFileName() + ": " + sentence;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("labelled")
  void getsTheVerdictsThatItMustGet(Labelled labelled) throws Exception {
    Map<String, Verdict> told = new TreeMap<>();
    List<String> accusations = new ArrayList<>();
    for (Finding finding : judged(labelled.file())) {
      told.merge(finding.rule(), finding.verdict(), Verdict::join);
      if (finding.isBad() && !labelled.verdicts().containsKey(finding.rule())) {
        accusations.add(finding.rule() + ": " + finding.actual());
      }
    }
    Map<String, String> listed = new TreeMap<>();
    labelled.verdicts().keySet().stream()
        .filter(told::containsKey)
        .forEach(rule -> listed.put(rule, told.get(rule).text()));
    assertEquals(new TreeMap<>(labelled.verdicts()), listed);
    assertEquals(List.of(), accusations);
  }

  @Test
  void everyFileIsLabelled() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> there =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".jsonl"))
              .sorted()
              .toList();
      assertEquals(there, labelled().map(l -> l.file().getFileName().toString()).sorted().toList());
      assertTrue(there.size() >= 24, "there are " + there.size());
    }
  }

  private static List<Finding> judged(Path file) throws Exception {
    CaseFold fold = new CaseFold();
    Header header =
        HistoryReader.read(
            file,
            event -> {
              if (event.kind() != EventKind.CASE_BEGIN) {
                fold.accept(event);
              }
            });
    Profile profile = ProfileReader.readStored(file.toString(), header.profile(), header.target());
    return Judges.judge(profile, fold.users());
  }

  static Stream<Labelled> labelled() throws IOException {
    Object document =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(FOLDER.resolve("expected.yaml")));
    return ((Map<?, ?>) document).entrySet().stream().map(e -> labelled(e.getKey(), e.getValue()));
  }

  private static Labelled labelled(Object name, Object value) {
    Map<String, String> verdicts =
        ((Map<?, ?>) value)
            .entrySet().stream()
                .collect(
                    Collectors.toMap(
                        e -> e.getKey().toString(),
                        e -> e.getValue().toString(),
                        (a, b) -> b,
                        LinkedHashMap::new));
    String sentence = verdicts.remove("says");
    return new Labelled(FOLDER.resolve(name + ".jsonl"), sentence, verdicts);
  }
}
