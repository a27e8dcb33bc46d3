package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.stage.Budget;
import io.solewire.judge.Verdict;
import io.solewire.report.matrix.KillMatrix;
import io.solewire.report.matrix.KillMatrixFiles;
import io.solewire.result.CaseResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the whole suite against every fault and writes down which case sees which. A fault that no
 * case sees is red, and so is a case that sees none. Takes long: {@code ./mvnw verify -Pmatrix}.
 */
@Tag("matrix")
class KillMatrixTest {

  private static final String HOW =
      "whole quick suite against each fault, deadlines scaled to quiet 300 ms and force 1 s, "
          + Runs.AT_ONCE
          + " servers at once";

  /** Faults that are judged again although nothing has changed. */
  private static final List<String> AGAIN =
      List.of(System.getProperty("solewire.matrix.again", "").split(","));

  /** The cases that were run against one fault, and what was said by the one named for it. */
  private record Seen(Specimen named, String said, Map<String, String> verdicts) {}

  @Test
  void everyFaultIsSeenByTheCaseNamedForItAndEveryCaseSeesAFault(@TempDir Path folder)
      throws Exception {
    long begin = System.nanoTime();
    Map<String, List<Specimen>> zoo = new LinkedHashMap<>();
    Specimen.all().forEach(s -> zoo.merge(s.fault(), List.of(s), KillMatrixTest::joined));
    Map<String, Seen> seen = new ConcurrentSkipListMap<>();
    KillMatrix before = KillMatrixFiles.read(Sources.PUBLISHED);
    Map<String, KillMatrix.Fault> known = before.faultsBy(Sources.digests());
    known.keySet().removeAll(AGAIN);
    Runs.each(
        zoo.values().stream().filter(lines -> !isTold(lines.get(0), known)).toList(),
        lines ->
            seen.put(lines.get(0).fault(), judge(lines, folder.resolve(lines.get(0).fault()))));
    List<KillMatrix.Fault> faults =
        zoo.keySet().stream()
            .map(name -> seen.containsKey(name) ? fault(seen.get(name)) : known.get(name))
            .toList();
    List<KillMatrix.Case> cases =
        Suite.all().stream().map(c -> new KillMatrix.Case(c.id(), c.title())).toList();
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    seconds += known.isEmpty() ? 0 : before.faultsOf().seconds();
    KillMatrix.Computed computed =
        seen.isEmpty() ? before.faultsOf() : Sources.computed(seconds, HOW);
    KillMatrix matrix = before.withFaults(cases, faults, computed);
    KillMatrixFiles.write(Sources.PUBLISHED, matrix);
    assertEquals(Specimen.all().stream().map(Specimen::fault).distinct().count(), faults.size());
    assertEquals(List.of(), matrix.idle(), "cases that see no fault");
    List<String> unseen =
        faults.stream().filter(f -> f.said().isEmpty()).map(KillMatrix.Fault::name).toList();
    assertEquals(List.of(), unseen, "faults that the cases named for them do not see");
    assertTrue(matrix.faults().stream().allMatch(f -> f.isKilledBy(f.diesBy())));
  }

  /**
   * What was judged by the same sources, and said what is still wanted, need not be judged again.
   */
  private static boolean isTold(Specimen named, Map<String, KillMatrix.Fault> known) {
    KillMatrix.Fault fault = known.get(named.fault());
    return fault != null
        && fault.diesBy().equals(named.caseId())
        && fault.isKilledBy(named.caseId())
        && !fault.said().isEmpty()
        && fault.said().contains(named.words());
  }

  private static List<Specimen> joined(List<Specimen> some, List<Specimen> more) {
    return Stream.of(some, more).flatMap(List::stream).toList();
  }

  /**
   * The whole suite in the surroundings of the first line; the other lines by their cases alone.
   */
  private static Seen judge(List<Specimen> lines, Path folder) throws Exception {
    Specimen named = lines.get(0);
    ConformanceRun.Outcome whole = named.run(folder.resolve("whole"), Suite.all(), Budget.QUICK);
    Map<String, String> verdicts = new TreeMap<>();
    whole.cases().forEach(c -> put(verdicts, c));
    Optional<String> said = named.said(whole);
    for (Specimen line : lines) {
      if (!line.equals(named) || said.isEmpty()) {
        Path own = folder.resolve(line.caseId() + (line.full() ? "-full" : "-plain"));
        ConformanceRun.Outcome outcome = line.runItsCase(own);
        outcome.cases().forEach(c -> put(verdicts, c));
        said = line.equals(named) ? named.said(outcome) : said;
      }
    }
    Reporting.print(named.fault(), whole.cases());
    return new Seen(named, said.orElse(""), verdicts);
  }

  /** What is worse stands. */
  private static void put(Map<String, String> verdicts, CaseResult result) {
    Verdict now = result.verdict();
    if (now != Verdict.PASS) {
      verdicts.merge(
          result.id(), now.text(), (before, next) -> isWorse(before, now) ? next : before);
    }
  }

  private static boolean isWorse(String before, Verdict now) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict.text().equals(before))
        .anyMatch(verdict -> verdict.compareTo(now) < 0);
  }

  private static KillMatrix.Fault fault(Seen seen) {
    Specimen named = seen.named();
    return new KillMatrix.Fault(
        named.fault(),
        named.described().sentence(),
        named.described().citation(),
        named.caseId(),
        named.words(),
        seen.said(),
        seen.verdicts());
  }
}
