package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Judges histories whose verdicts are known: the files {@code *.stories}. A story is a sentence, a
 * profile, a history in the words of {@link Story}, and what is to be found in it. Whatever is bad
 * and not listed is an accusation, and fails the test.
 */
class StoriesTest {

  private static final Set<String> BAD = Set.of("fail", "warn");

  /** Words for what did not happen in time. */
  private static final Pattern OF_TIME =
      Pattern.compile(
          "not answer|no longer answers|still|never came|not admitted|nothing on|only after"
              + "|left open|too late|after the limit|slowest|was admitted after");

  /** What is to be found: a verdict, or {@code none}, and a fragment of what was seen. */
  private record Expected(String rule, String verdict, String actual) {}

  private record Labelled(
      String sentence, Map<String, String> profile, String history, List<Expected> expected) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void findsWhatIsThereAndNothingElse(Labelled story) {
    List<Finding> findings = Judges.judge(profile(story), Story.users(story.history()));
    for (Expected expected : story.expected()) {
      List<Finding> own = findings.stream().filter(f -> f.rule().equals(expected.rule())).toList();
      boolean found =
          expected.verdict().equals("none")
              ? own.isEmpty()
              : own.stream().anyMatch(f -> fits(f, expected));
      assertTrue(found, () -> expected + " is not among " + lines(own));
    }
    Set<String> known =
        story.expected().stream()
            .filter(e -> BAD.contains(e.verdict()))
            .map(Expected::rule)
            .collect(Collectors.toSet());
    List<Finding> accusations =
        findings.stream().filter(f -> f.isBad() && !known.contains(f.rule())).toList();
    assertTrue(accusations.isEmpty(), () -> "accused wrongly: " + lines(accusations));
    assertTrue(findings.stream().allMatch(f -> f.from() <= f.to()), () -> lines(findings));
  }

  private static boolean fits(Finding finding, Expected expected) {
    return finding.verdict().text().equals(expected.verdict())
        && finding.actual().contains(expected.actual());
  }

  /** What is read on two connections at about the same time is recorded in any order. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void concludesTheSameInWhicheverOrderConnectionsWereRecorded(Labelled story) {
    List<Event> events = Story.events(story.history());
    Profile profile = profile(story);
    Set<Finding> once = Set.copyOf(Judges.judge(profile, Story.fold(events)));
    for (int seed = 0; seed < 5; seed++) {
      List<Event> mixed = new ArrayList<>(events);
      List<String> names = new ArrayList<>(events.stream().map(Event::conn).distinct().toList());
      Collections.shuffle(names, new Random(seed));
      names.remove("");
      names.add("");
      mixed.sort(java.util.Comparator.comparingInt(e -> names.indexOf(e.conn())));
      assertEquals(once, Set.copyOf(Judges.judge(profile, Story.fold(mixed))), "seed " + seed);
    }
  }

  /** For every judge there is a good history, a bad one, and one that shows nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"pass", "fail|warn", "inconclusive|none"})
  void tellsEveryRuleInAllThreeWays(String verdicts) {
    Set<String> told =
        stories()
            .flatMap(s -> s.expected().stream())
            .filter(e -> List.of(verdicts.split("\\|")).contains(e.verdict()))
            .map(Expected::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(Judges.rules()), told);
  }

  /** So that it is not held against a server while the machine of the harness stood still. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void whatIsAMatterOfTimeSaysWhichDeadlineWasMissed(Labelled story) {
    List<Finding> timeless =
        Judges.judge(profile(story), Story.users(story.history())).stream()
            .filter(f -> f.isBad() && f.missed() == null)
            .filter(f -> OF_TIME.matcher(f.actual()).find())
            .toList();
    assertTrue(timeless.isEmpty(), () -> lines(timeless));
  }

  private static Profile profile(Labelled story) {
    try {
      return ProfileReader.forUrl("ws://h/{user}", story.profile());
    } catch (ProfileException e) {
      throw new AssertionError(story.sentence(), e);
    }
  }

  private static String lines(List<Finding> findings) {
    return findings.stream()
        .map(f -> "\n  " + f.rule() + " " + f.verdict().text() + " | " + f.actual())
        .collect(Collectors.joining());
  }

  static Stream<Labelled> stories() {
    try (Stream<Path> files =
        Files.list(Path.of(StoriesTest.class.getResource("A.stories").toURI()).getParent())) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".stories")).sorted().toList();
      List<Labelled> stories = new ArrayList<>();
      for (Path file : all) {
        for (String block : Files.readString(file).split("\n\\s*\n")) {
          if (!block.isBlank()) {
            stories.add(read(block.strip()));
          }
        }
      }
      return stories.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Labelled read(String block) {
    String sentence = "";
    Map<String, String> profile = new LinkedHashMap<>();
    StringBuilder history = new StringBuilder();
    List<Expected> expected = new ArrayList<>();
    for (String line : block.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        sentence = line.substring(1).strip();
      } else if (line.startsWith("with ")) {
        String[] pair = line.substring(5).split(" = ", 2);
        profile.put(pair[0], pair[1]);
      } else if (line.startsWith("=>")) {
        String[] parts = line.substring(2).strip().split("\\s*\\|\\s*", 2);
        String[] words = parts[0].split(" ");
        expected.add(new Expected(words[0], words[1], parts.length > 1 ? parts[1] : ""));
      } else {
        history.append(line).append("; ");
      }
    }
    return new Labelled(sentence, profile, history.toString(), expected);
  }
}
