package io.solewire.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Judges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static final Pattern HEADING =
      Pattern.compile("^### ([A-L]\\d) · (MUST|SHOULD) · (.+)$", Pattern.MULTILINE);

  private final List<Rule> rules = RuleBook.current().rules();

  @Test
  void saysTheSameToReadersAndToMachines() throws IOException {
    List<String> headings = new ArrayList<>();
    Matcher matcher = HEADING.matcher(text("../RULES.md"));
    while (matcher.find()) {
      headings.add(matcher.group(1) + " " + matcher.group(2) + " " + matcher.group(3));
    }
    List<String> book =
        rules.stream().map(r -> r.id() + " " + r.level() + " " + r.title()).toList();
    assertEquals(headings, book);
    assertEquals(58, book.size());
  }

  @Test
  void givesEachRuleTheAxisThatReadersAreTold() throws IOException {
    String[] sections = text("../RULES.md").split("\n### ");
    for (Rule rule : rules) {
      String section =
          List.of(sections).stream()
              .filter(s -> s.startsWith(rule.id() + " ·"))
              .collect(Collectors.joining())
              .replaceAll("\\s+", " ");
      assertTrue(section.contains("**Axis:** " + rule.axis().text() + "."), rule.id());
    }
  }

  @Test
  void givesEachRuleOnceAndComplete() {
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      assertTrue(ids.add(rule.id()), rule.id());
      for (String part :
          List.of(rule.title(), rule.group(), rule.observed(), rule.why(), rule.check())) {
        assertTrue(!part.isBlank(), rule.id());
      }
      assertTrue(rule.check().contains("?"), rule.id() + " asks a question to check");
    }
  }

  @Test
  void holdsEveryRuleThatIsJudgedAndNoneIsUntestable() {
    assertEquals(new HashSet<>(Judges.rules()).size(), Judges.rules().size());
    for (String id : Judges.rules()) {
      assertTrue(RuleBook.current().rule(id).untestable().isEmpty(), id);
    }
  }

  @Test
  void namesTheRulesThatNoBlackBoxCanSee() {
    assertEquals(
        List.of("K3", "L3"),
        rules.stream().filter(r -> r.untestable().isPresent()).map(Rule::id).toList());
  }

  @Test
  void doesNotKnowWhatIsNoRule() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RuleBook.current().rule("Z9"));
    assertEquals("no such rule: Z9", e.getMessage());
    assertTrue(RuleBook.current().find("Z9").isEmpty());
  }

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(file), StandardCharsets.UTF_8);
  }
}
