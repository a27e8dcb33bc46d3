package io.solewire.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.stage.Stage;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.rule.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A profile that is pinned to a version of the rules is not judged by what came later. */
class RulesPinTest {

  /** Cases that no release has. */
  static final class Fakes {
    @ConformanceCase(id = "A1.of-old", title = "was always there")
    void old(Stage stage) {}

    @ConformanceCase(id = "A1.of-tomorrow", title = "comes with version 2", since = 2)
    void tomorrow(Stage stage) {}
  }

  @Test
  void aCaseThatIsNewerThanThePinDoesNotApply() throws Exception {
    RuleBook book = RuleBook.current();
    assertEquals(Optional.empty(), info("old", book).missing(pinnedToOne()));
    assertEquals(Optional.of("needs rules: 2"), info("tomorrow", book).missing(pinnedToOne()));
  }

  @Test
  void aCaseOfARuleThatIsNewerThanThePinDoesNotApply() throws Exception {
    assertEquals(
        Optional.of("needs rules: 3"), info("old", bookOfTomorrow()).missing(pinnedToOne()));
    assertEquals(3, info("tomorrow", bookOfTomorrow()).since());
  }

  @Test
  void everyCaseOfThisReleaseIsInARulesVersionThatItKnows() {
    Catalogue.cases().forEach(c -> assertTrue(c.since() <= Profile.CURRENT_RULES, c.id()));
  }

  private static Profile pinnedToOne() throws Exception {
    return ProfileReader.forUrl("ws://h/{user}", Map.of("rules", "1"));
  }

  private static CaseInfo info(String method, RuleBook book) throws Exception {
    return CaseInfo.of(Fakes.class.getDeclaredMethod(method, Stage.class), book);
  }

  private static RuleBook bookOfTomorrow() throws Exception {
    try (InputStream in = RuleBook.class.getResourceAsStream("rules.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String newer = yaml.replaceFirst("- id: A1\n", "- id: A1\n    since: 3\n");
      return RuleBook.of(new ByteArrayInputStream(newer.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
