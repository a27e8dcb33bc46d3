package io.solewire.conformance;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.stage.Budget;
import io.solewire.conformance.stage.Control;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.result.CaseResult;
import io.solewire.server.ServerConfig;
import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fault, and the case and the words by which it dies: a line of {@code zoo.csv}. Immutable.
 *
 * @param fault its name
 * @param caseId the case that is named for it
 * @param words a part of what that case says
 * @param full true if the server does everything that a profile can declare, and the profile says
 *     so; otherwise the profile says how to publish and little more
 * @param nodes true if the server is two nodes besides
 * @param budget that the case needs to see it
 */
record Specimen(
    String fault, String caseId, String words, boolean full, boolean nodes, Budget budget) {

  private static final String ZOO = "/zoo.csv";
  private static final int COLUMNS = 5;

  private static final String STOOD_STILL = "the harness's machine stood still";

  /** How often a fault is looked at by its case while that is inconclusive. */
  private static final int LOOKS = 3;

  /** All of them, in the order of the file; the first line of a fault is the one named for it. */
  static List<Specimen> all() {
    try (InputStream in = Specimen.class.getResourceAsStream(ZOO)) {
      List<Specimen> all = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          all.add(of(line));
        }
      }
      return all;
    } catch (IOException e) {
      throw new IllegalStateException(ZOO + " cannot be read", e);
    }
  }

  /** The first line of each fault. */
  static List<Specimen> named() {
    Map<String, Specimen> first = new LinkedHashMap<>();
    all().forEach(specimen -> first.putIfAbsent(specimen.fault(), specimen));
    return List.copyOf(first.values());
  }

  private static Specimen of(String line) {
    String[] cells = Arrays.stream(line.split(",")).map(String::strip).toArray(String[]::new);
    if (cells.length != COLUMNS || !List.of("plain", "full", "nodes").contains(cells[3])) {
      throw new IllegalStateException(
          ZOO
              + ": \""
              + line
              + "\": expected fault, case, words, plain, full or nodes, quick or full");
    }
    Budget budget = cells[4].equals("full") ? Budget.FULL : Budget.QUICK;
    boolean nodes = cells[3].equals("nodes");
    boolean full = nodes || cells[3].equals("full");
    return new Specimen(cells[0], cells[1], cells[2], full, nodes, budget);
  }

  Fault described() {
    return Faults.named(fault);
  }

  /** Runs these cases against a server with the fault. */
  ConformanceRun.Outcome run(Path folder, List<CaseInfo> cases, Budget how) throws Exception {
    try (InJvm server = new InJvm(server().faultDelay(lateness()).fault(fault))) {
      Profile profile = profile(server);
      Optional<Control> control = full ? Optional.of(server) : Optional.empty();
      return Suite.judge(profile, folder, cases, control, how);
    }
  }

  /** C6 says how late an eviction is, and so has to see it; to be late is enough for the others. */
  private Duration lateness() {
    return caseId.startsWith("C6.") ? Suite.LATE : Suite.TOO_LATE;
  }

  private Profile profile(InJvm server) throws ProfileException {
    if (nodes) {
      return Suite.fullProfile(server, Map.of());
    }
    return full ? Suite.fullProfile(server.port()) : Suite.profile(server.port());
  }

  private ServerConfig.Builder server() {
    return full ? Suite.everything() : ServerConfig.builder().force(Suite.FORCE);
  }

  /**
   * Runs the case that is named for it, and nothing else; again while it does not say what it
   * should and something of it is open, as it is where the machine stood still: that has not been
   * answered then. A case that passes, or accuses otherwise, is not asked again.
   */
  ConformanceRun.Outcome runItsCase(Path folder) throws Exception {
    List<CaseInfo> only = Suite.all().stream().filter(c -> c.id().equals(caseId)).toList();
    ConformanceRun.Outcome outcome = run(folder.resolve("1"), only, budget);
    for (int look = 2; look <= LOOKS && said(outcome).isEmpty() && isOpen(outcome); look++) {
      System.out.println(this + ": " + verdict(outcome));
      outcome = run(folder.resolve("" + look), only, budget);
    }
    return outcome;
  }

  private boolean isOpen(ConformanceRun.Outcome outcome) {
    return outcome.cases().stream()
        .filter(c -> c.id().equals(caseId))
        .anyMatch(
            c ->
                c.verdict() == Verdict.INCONCLUSIVE
                    || c.findings().stream().anyMatch(f -> f.actual().contains(STOOD_STILL)));
  }

  /** What counts in the case and says so in the words that are named; empty if nothing does. */
  Optional<String> said(ConformanceRun.Outcome outcome) {
    return outcome.cases().stream()
        .filter(c -> c.id().equals(caseId) && isBad(c.verdict()))
        .flatMap(c -> c.findings().stream())
        .filter(f -> isBad(f.verdict()))
        .map(f -> f.actual().contains(words) ? f.actual() : f.expected() + ": " + f.actual())
        .filter(text -> text.contains(words))
        .findFirst();
  }

  /** What the case came to, for whoever wonders why nothing was said. */
  String verdict(ConformanceRun.Outcome outcome) {
    return outcome.cases().stream()
        .filter(c -> c.id().equals(caseId))
        .findFirst()
        .map(c -> c.id() + " " + c.verdict() + " " + c.reason() + " " + own(c))
        .orElse(caseId + " was not run: " + outcome.target());
  }

  private List<CaseResult.Found> own(CaseResult result) {
    return result.findings().stream().filter(f -> f.verdict() != Verdict.PASS).toList();
  }

  private static boolean isBad(Verdict verdict) {
    return verdict == Verdict.FAIL || verdict == Verdict.WARN;
  }

  @Override
  public String toString() {
    return fault + " dies by " + caseId;
  }
}
