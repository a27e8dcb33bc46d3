package io.solewire.report.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which case kills which fault of the reference server, and that correct servers are left alone.
 * Immutable; as it stands in {@code kill-matrix.json}.
 *
 * @param format of the file
 * @param cases all cases
 * @param faults what became of each fault
 * @param faultsOf of which sources the faults were judged, and how
 * @param correct what became of each correct server
 * @param correctOf of which sources they were judged, and how
 */
public record KillMatrix(
    int format,
    List<Case> cases,
    List<Fault> faults,
    Computed faultsOf,
    List<Correct> correct,
    Computed correctOf) {

  /** The format that this release writes. */
  public static final int FORMAT = 1;

  /** Nothing is known yet. */
  public static final KillMatrix NONE =
      new KillMatrix(FORMAT, List.of(), List.of(), Computed.NEVER, List.of(), Computed.NEVER);

  /** Copies the lists. */
  public KillMatrix {
    cases = List.copyOf(cases);
    faults = List.copyOf(faults);
    correct = List.copyOf(correct);
  }

  /**
   * A case.
   *
   * @param id its permanent id
   * @param title what it tries
   */
  public record Case(String id, String title) {}

  /**
   * How a part of the matrix came about.
   *
   * @param on the day, ISO 8601
   * @param seconds how long it took
   * @param how the machine and the settings, in words
   * @param digests of the sources, by room
   */
  public record Computed(String on, long seconds, String how, Map<String, String> digests) {
    static final Computed NEVER = new Computed("never", 0, "not computed yet", Map.of());
  }

  /**
   * A fault, and what became of it when the whole suite was run against it.
   *
   * @param name of the fault
   * @param sentence what such a server does
   * @param citation a real server that did it
   * @param diesBy the case that is named for it
   * @param words which that case says of it
   * @param said the whole of what it said
   * @param verdicts of the cases that did not simply pass, by their ids
   */
  public record Fault(
      String name,
      String sentence,
      String citation,
      String diesBy,
      String words,
      String said,
      Map<String, String> verdicts) {

    /** How a case ended; {@code pass} if nothing else is said. */
    public String verdict(String caseId) {
      return verdicts.getOrDefault(caseId, "pass");
    }

    /** True if a case saw the fault. */
    public boolean isKilledBy(String caseId) {
      return verdict(caseId).equals("fail") || verdict(caseId).equals("warn");
    }
  }

  /**
   * A correct server that differs as real ones do.
   *
   * @param name of the variant
   * @param sentence what such a server does
   * @param runs how often the whole suite was run against it
   * @param accusations what cases said against it; empty if all is well
   * @param unproven cases that were inconclusive, with how often
   */
  public record Correct(
      String name,
      String sentence,
      int runs,
      List<String> accusations,
      Map<String, Integer> unproven) {

    private Correct and(Optional<Correct> before) {
      return before.map(this::and).orElse(this);
    }

    private Correct and(Correct before) {
      List<String> all = Stream.of(before.accusations, accusations).flatMap(List::stream).toList();
      Map<String, Integer> both = new TreeMap<>(before.unproven);
      unproven.forEach((id, count) -> both.merge(id, count, Integer::sum));
      return new Correct(name, sentence, before.runs + runs, all, both);
    }
  }

  /** The names of the faults that a case kills. */
  public List<String> killedBy(String caseId) {
    return faults.stream().filter(f -> f.isKilledBy(caseId)).map(Fault::name).toList();
  }

  /** The faults that were judged by these sources, by their names; may be changed. */
  public Map<String, Fault> faultsBy(Map<String, String> digests) {
    Map<String, Fault> byName = new HashMap<>();
    if (faultsOf.digests().equals(digests)) {
      faults.forEach(fault -> byName.put(fault.name(), fault));
    }
    return byName;
  }

  /** The cases that kill nothing: nobody knows whether they can fail. */
  @JsonIgnore
  public List<String> idle() {
    return cases.stream().map(Case::id).filter(id -> killedBy(id).isEmpty()).toList();
  }

  /** The same with other faults. */
  public KillMatrix withFaults(List<Case> allCases, List<Fault> all, Computed of) {
    return new KillMatrix(format, allCases, all, of, correct, correctOf);
  }

  /** The same with further runs of correct servers, added to those by the same sources, if any. */
  public KillMatrix withMoreCorrect(List<Correct> more, Computed of) {
    if (!correctOf.digests().equals(of.digests())) {
      return withCorrect(more, of);
    }
    Map<String, Correct> before =
        correct.stream().collect(Collectors.toMap(Correct::name, Function.identity()));
    List<Correct> all =
        more.stream().map(c -> c.and(Optional.ofNullable(before.get(c.name())))).toList();
    long seconds = correctOf.seconds() + of.seconds();
    return withCorrect(all, new Computed(of.on(), seconds, of.how(), of.digests()));
  }

  /** The same with other correct servers. */
  public KillMatrix withCorrect(List<Correct> all, Computed of) {
    return new KillMatrix(format, cases, faults, faultsOf, all, of);
  }
}
