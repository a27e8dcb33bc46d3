package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.stage.Budget;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.report.matrix.KillMatrix;
import io.solewire.report.matrix.KillMatrixFiles;
import io.solewire.server.ServerConfig;
import io.solewire.server.variant.Variant;
import io.solewire.server.variant.Variants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the whole suite against the honest server and every correct variant of it, again and again,
 * while processes that do nothing but work keep all processors busy. One run goes before, which
 * does not count: suites and servers that are all cold, many in one process, wait for one another's
 * classes for seconds. No case may accuse one. Takes very long: {@code ./mvnw verify -Pmatrix}.
 */
@Tag("matrix")
class CorrectServersTest {

  private static final int RUNS = Integer.getInteger("solewire.matrix.runs", 100);

  /** The histories of the runs; those of a run that accuses a correct server stay. */
  private static final Path RUNS_FOLDER = Path.of("target", "correct-servers");

  private static final String HOW =
      "whole suite with a brief budget against each server, deadlines scaled to quiet 300 ms and force 1 s, "
          + Runs.AT_ONCE
          + " servers at once in a process that has warmed up by one run, and a busy process of the lowest priority for each processor";

  /** A correct server, and what became of it so far. */
  private record Subject(
      String name,
      String sentence,
      Optional<Variant> variant,
      AtomicInteger runs,
      List<String> accusations,
      Map<String, Integer> unproven) {

    static Subject of(Variant variant) {
      return of(variant.name(), variant.sentence(), Optional.of(variant));
    }

    static Subject of(String name, String sentence, Optional<Variant> variant) {
      List<String> accusations = Collections.synchronizedList(new ArrayList<>());
      return new Subject(
          name,
          sentence,
          variant,
          new AtomicInteger(),
          accusations,
          Collections.synchronizedMap(new TreeMap<>()));
    }

    /** True if it was accused of nothing. */
    boolean judge(Path folder) throws Exception {
      int before = accusations.size();
      take(outcome(folder));
      runs.incrementAndGet();
      return accusations.size() == before;
    }

    private ConformanceRun.Outcome outcome(Path folder) throws Exception {
      ServerConfig.Builder config = Suite.everything();
      variant.ifPresent(v -> config.variant(v.name()));
      Map<String, String> overrides = variant.map(Variant::overrides).orElse(Map.of());
      try (InJvm server = new InJvm(config)) {
        Profile profile = Suite.fullProfile(server, overrides);
        return Suite.judge(profile, folder, Suite.all(), Optional.of(server), Budget.BRIEF);
      }
    }

    private void take(ConformanceRun.Outcome outcome) {
      outcome.target().ifPresent(why -> accusations.add("not judged: " + why));
      outcome.unrecorded().ifPresent(why -> accusations.add("not recorded: " + why));
      outcome
          .cases()
          .forEach(
              c -> {
                Verdict verdict = c.verdict();
                if (verdict == Verdict.INCONCLUSIVE) {
                  unproven.merge(c.id(), 1, Integer::sum);
                } else if (verdict != Verdict.PASS && verdict != Verdict.NOT_APPLICABLE) {
                  accusations.add(c.id() + " " + verdict.text() + ": " + c.actual());
                  System.out.println(name + " is accused by " + c.text());
                }
              });
    }

    KillMatrix.Correct told() {
      return new KillMatrix.Correct(
          name, sentence, runs.get(), List.copyOf(accusations), new TreeMap<>(unproven));
    }
  }

  @Test
  void noCorrectServerIsAccusedInAHundredRunsOnABusyMachine() throws Exception {
    Path folder = Files.createDirectories(RUNS_FOLDER);
    long begin = System.nanoTime();
    List<Subject> subjects = new ArrayList<>();
    subjects.add(Subject.of("honest", "takes over as the rule says", Optional.empty()));
    Variants.all().forEach(variant -> subjects.add(Subject.of(variant)));
    List<Subject> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      runs.addAll(subjects);
    }
    subjects.get(0).outcome(Files.createTempDirectory(folder, "warm-up-"));
    try (BusyMachine busy = BusyMachine.start()) {
      try {
        Runs.each(runs, subject -> judgeOnce(subject, folder));
      } finally {
        assertTrue(busy.isBusy(), "the machine was not kept busy");
        publish(subjects.stream().map(Subject::told).toList(), System.nanoTime() - begin);
      }
    }
    List<String> accused =
        subjects.stream()
            .flatMap(s -> s.accusations().stream().map(why -> s.name() + ": " + why))
            .toList();
    assertEquals(List.of(), accused);
  }

  /** Runs that were made count, also where another one could not be made. */
  private static void publish(List<KillMatrix.Correct> correct, long nanos) throws IOException {
    KillMatrix.Computed how = Sources.computed(Duration.ofNanos(nanos).toSeconds(), HOW);
    KillMatrixFiles.write(
        Sources.PUBLISHED, KillMatrixFiles.read(Sources.PUBLISHED).withMoreCorrect(correct, how));
  }

  private static void judgeOnce(Subject subject, Path folder) throws Exception {
    Path own = Files.createTempDirectory(folder, subject.name() + "-");
    if (!subject.judge(own)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(own)) {
      tree.sorted(Comparator.reverseOrder()).forEach(CorrectServersTest::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
