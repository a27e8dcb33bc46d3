package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.Judged;
import io.solewire.conformance.stage.Budget;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.result.CaseResult;
import io.solewire.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which earlier run tells how long the cases take. */
class EarlierDurationsTest {

  private static final List<CaseInfo> CASES =
      Catalogue.cases().stream().filter(c -> c.rule().id().equals("B2")).toList();
  private static final String USUAL = "./solewire conform";

  @TempDir private Path runs;
  private Profile profile;

  @BeforeEach
  void readTheProfile() throws Exception {
    profile = profile("quiet", "2s");
  }

  @Test
  void theNewestOfTheSameCasesProfileAndBudget() throws Exception {
    store("20260101-000000-x", profile, USUAL, CASES, 8_000, false);
    store("20260102-000000-x", profile, USUAL, CASES, 12_000, false);
    store("20260103-000000-x", profile, USUAL + " --budget full", CASES, 90_000, false);
    store("20260104-000000-x", profile("quiet", "3s"), USUAL, CASES, 80_000, false);
    store("20260105-000000-x", profile, USUAL, Catalogue.cases(), 70_000, false);
    store("20260106-000000-x", profile, USUAL, CASES, 60_000, true);
    Files.createDirectories(runs.resolve("20260107-000000-x"));
    Path broken = Files.createDirectories(runs.resolve("20260108-000000-x"));
    Files.writeString(broken.resolve(Results.FILE), "{");
    assertEquals(Optional.of("about 12 s left"), said(Budget.QUICK, Optional.empty()));
    assertEquals(Optional.of("about 90 s left"), said(Budget.FULL, Optional.empty()));
    assertEquals(Optional.empty(), said(Budget.BRIEF, Optional.empty()));
  }

  /** Whatever was written, cut or edited there: an estimate is not worth a run. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "cases" : [ {        | "cases" : [ null, {
          "cases" : [ {        | "cases" : [ 7, {
          "cases" : [ {        | "cases" : null, "x" : [ {
          "target" : {         | "target" : null, "x" : {
          "target" : {         | "target" : 7, "x" : {
          "id" : "B2           | "id" : null, "x" : "B2
          "replay" :           | "replay" : null, "x" :
          "profileDigest" :    | "profileDigest" : null, "x" :
          "format" : 1         | "format" : 1, "load" : {"gates" : [null]}
          """)
  void anEarlierResultThatIsNotWholeBreaksNothing(String good, String bad) throws Exception {
    store("20260101-000000-x", profile, USUAL, CASES, 8_000, false);
    Path file =
        store("20260102-000000-x", profile, USUAL, CASES, 12_000, false).resolve(Results.FILE);
    String text = Files.readString(file);
    assertTrue(text.contains(good), text);
    Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
    boolean usual = bad.startsWith("\"replay\"");
    String seconds = usual ? "12" : "8";
    assertEquals(Optional.of("about " + seconds + " s left"), said(Budget.QUICK, Optional.empty()));
  }

  @Test
  void aStrictRunOfTheSameBudgetTellsAsWell() throws Exception {
    store("20260101-000000-x", profile, USUAL + " --budget full --strict", CASES, 9_000, false);
    assertEquals(Optional.of("about 9 s left"), said(Budget.FULL, Optional.empty()));
    assertEquals(Optional.empty(), said(Budget.QUICK, Optional.empty()));
  }

  @Test
  void theOneInTheFolderThatIsAskedForComesFirst() throws Exception {
    store("20260102-000000-x", profile, USUAL, CASES, 12_000, false);
    Path asked = store("asked", profile, USUAL, CASES, 7_000, false);
    assertEquals(Optional.of("about 7 s left"), said(Budget.QUICK, Optional.of(asked)));
  }

  @Test
  void withoutAnyThereIsNone() {
    runs = runs.resolve("absent");
    assertEquals(Optional.empty(), said(Budget.QUICK, Optional.empty()));
  }

  private Optional<String> said(Budget budget, Optional<Path> asked) {
    Estimate estimate = EarlierDurations.find(CASES, profile, budget, asked, runs);
    CASES.forEach(info -> estimate.started(info.id(), 0));
    return estimate.words(0);
  }

  private static Profile profile(String key, String value) throws Exception {
    return ProfileReader.forUrl("ws://127.0.0.1:1/ws?user={user}", Map.of(key, value));
  }

  private Path store(
      String name, Profile of, String replay, List<CaseInfo> cases, long millis, boolean cut)
      throws Exception {
    Judged judged = new Judged(of, "solewire", replay, 1, Instant.EPOCH, false);
    judged.with(cases.stream().map(c -> took(c, millis)).toList(), Optional.empty(), cut);
    Path folder = Files.createDirectories(runs.resolve(name));
    Files.writeString(folder.resolve(Results.FILE), Results.toJson(judged.result()));
    return folder;
  }

  private static CaseResult took(CaseInfo info, long millis) {
    return CaseResult.bare(
        info.id(), info.rule().id(), info.rule().level(), info.title(), Verdict.PASS, millis, null);
  }
}
