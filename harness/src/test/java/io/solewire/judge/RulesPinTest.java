package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.rule.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule that is newer than a profile's pin finds nothing, wherever it was broken. */
class RulesPinTest {

  private static final String BOTH_ALIVE =
      "c1 admitted 0; c2 requested 10 admitted 12; c1 probe p1 5600 answered p1 5601;"
          + "c2 probe p1 5600 answered p1 5601";

  @Test
  void aNewerRuleHasNoSay() throws Exception {
    List<Finding> now = findings(RuleBook.current());
    assertTrue(now.stream().anyMatch(f -> f.rule().equals("A1") && f.isBad()), now.toString());
    List<Finding> pinned = findings(withNewA1());
    assertTrue(pinned.stream().noneMatch(f -> f.rule().equals("A1")), pinned.toString());
    long others = now.stream().filter(f -> !f.rule().equals("A1")).count();
    assertEquals(others, pinned.size());
    assertTrue(others > 0, "other rules have their say still");
  }

  private static List<Finding> findings(RuleBook book) throws Exception {
    Profile profile = ProfileReader.forUrl("ws://h/{user}", Map.of("rules", "1"));
    return Judges.judge(profile, Story.users(BOTH_ALIVE), book);
  }

  private static RuleBook withNewA1() throws Exception {
    try (InputStream in = RuleBook.class.getResourceAsStream("rules.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String newer = yaml.replaceFirst("- id: A1\n", "- id: A1\n    since: 2\n");
      return RuleBook.of(new ByteArrayInputStream(newer.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
