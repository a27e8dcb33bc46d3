package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The article's recipe, started as a process of real Django Channels. What containers do is {@link
 * GalleryVerdictsTest}'s.
 */
@Isolated
class SeedArticleTest {

  @TempDir private Path folder;

  @BeforeEach
  void needsPython() {
    Requirement.PYTHON.orSkip();
  }

  @Test
  void theArticlesAlgorithmFailsByName() throws IOException {
    RunResult result = judge();
    assertEquals(ExitCode.BROKEN.number(), result.exitCode());
    Map<String, Verdict> verdicts =
        result.cases().stream().collect(Collectors.toMap(CaseResult::id, CaseResult::verdict));
    for (String broken : Set.of("A1.two-in-turn", "D1.barrier", "D1.last-byte-race")) {
      assertEquals(Verdict.FAIL, verdicts.get(broken), broken);
    }
    assertEquals(Verdict.PASS, verdicts.get("E1.strangers-during-takeovers"));
  }

  private RunResult judge() throws IOException {
    String only = "conform seed-article --quiet --only A1.two-in-turn --only D1 --only E1 --out ";
    Main.run(UnaryOperator.identity(), (only + folder).split(" "));
    return Results.read(folder.resolve(Results.FILE));
  }
}
