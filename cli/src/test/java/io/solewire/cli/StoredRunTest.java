package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.w3c.dom.Element;

/** What a whole run leaves in its folder, and that it is judged again as it was judged. */
class StoredRunTest {

  @TempDir private Path folder;

  @Test
  void anHonestServerIsJudgedAgainAsItWas() throws Exception {
    try (Target target = Target.honest()) {
      RunResult result = judgedTwice(target, ExitCode.OK);
      long unasked = result.count(Verdict.NOT_APPLICABLE);
      assertEquals(result.cases().size(), result.count(Verdict.PASS) + unasked, result.toString());
      assertTrue(unasked < result.cases().size() / 2, result.toString());
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aServerThatNeverEvictsIsJudgedAgainAsItWas() throws Exception {
    try (Target target = Target.with("never-evicts")) {
      judgedTwice(target, ExitCode.BROKEN);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aServerThatRemovesByUserIsJudgedAgainAsItWas() throws Exception {
    try (Target target = Target.with("removes-by-user")) {
      judgedTwice(target, ExitCode.BROKEN);
    }
  }

  private RunResult judgedTwice(Target target, ExitCode expected) throws Exception {
    Path run = folder.resolve("run");
    Path again = folder.resolve("again");
    Ended json = Cli.run(Cli.conform(run, target.profile(folder), "--json", "--seed", "7"));
    json.with(expected);
    RunResult result = result(run);
    assertEquals(List.of("", Results.toJson(result)), List.of(json.err(), json.out()));
    holdsTheSchema(new ObjectMapper().readTree(json.out()));
    assertEquals(
        Catalogue.cases().stream().map(CaseInfo::id).toList(),
        result.cases().stream().map(CaseResult::id).toList());
    countsInJunit(run, result);
    Cli.run("check", run.toString(), "--out", again.toString(), "--quiet").with(expected);
    assertSame(result, result(again));
    return result;
  }

  private static void assertSame(RunResult first, RunResult second) {
    assertEquals(first.exitCode(), second.exitCode());
    assertEquals(first.verdict(), second.verdict());
    assertEquals(first.seed(), second.seed());
    assertEquals(first.target().profileDigest(), second.target().profileDigest());
    assertEquals(first.cases().size(), second.cases().size());
    for (int i = 0; i < first.cases().size(); i++) {
      CaseResult one = first.cases().get(i);
      CaseResult two = second.cases().get(i);
      assertEquals(
          Arrays.asList(one.id(), one.verdict(), one.seen(), one.findings(), one.actual()),
          Arrays.asList(two.id(), two.verdict(), two.seen(), two.findings(), two.actual()));
    }
  }

  static void holdsTheSchema(JsonNode json) throws IOException {
    try (InputStream in = StoredRunTest.class.getResourceAsStream("result.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      assertEquals(Set.of(), schema.validate(json));
    }
  }

  private static void countsInJunit(Path run, RunResult result) throws Exception {
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(run.resolve("junit.xml").toFile())
            .getDocumentElement();
    assertEquals(result.cases().size(), suite.getElementsByTagName("testcase").getLength());
    long failed = result.count(Verdict.FAIL) + result.count(Verdict.INCONCLUSIVE);
    assertEquals(failed, suite.getElementsByTagName("failure").getLength());
    assertEquals(result.count(Verdict.ERROR), suite.getElementsByTagName("error").getLength());
    long skipped = result.count(Verdict.NOT_APPLICABLE);
    assertEquals(skipped, suite.getElementsByTagName("skipped").getLength());
    assertTrue(suite.getTagName().startsWith("testsuite"), suite.getTagName());
  }

  static RunResult result(Path folder) {
    try {
      return Results.read(folder.resolve(Results.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
