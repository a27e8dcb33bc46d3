package io.solewire.profile;

import io.solewire.rule.CaseGlob;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which cases are known to fail, why, and for how long that may stay so. Immutable and thread-safe.
 *
 * @param entries no case is in two of them
 */
public record KnownFailures(List<Entry> entries) {

  /** Nothing is known to fail. */
  public static final KnownFailures NONE = new KnownFailures(List.of());

  /**
   * An entry of the list.
   *
   * @param file the list
   * @param line where the entry stands, counted from 1
   * @param cases the case, or a glob of several
   * @param reason why they fail
   * @param until the last day on which they may, in UTC
   */
  public record Entry(String file, int line, CaseGlob cases, String reason, LocalDate until) {

    /** Where it stands, for people: {@code known.yaml line 3}. */
    public String place() {
      return file + " line " + line;
    }
  }

  /**
   * Looks up a case.
   *
   * @param caseId its id
   * @return the entry that it is in, if it is in one
   */
  public Optional<Entry> find(String caseId) {
    return entries.stream().filter(e -> e.cases().matches(caseId)).findFirst();
  }
}
