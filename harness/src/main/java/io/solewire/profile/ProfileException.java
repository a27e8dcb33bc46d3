package io.solewire.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be used, with every problem found in it. Its message is for people. */
public final class ProfileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Collects the problems.
   *
   * @param problems at least one
   */
  public ProfileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong, in the order of the document.
   *
   * @return at least one problem
   */
  public List<Problem> problems() {
    return problems;
  }
}
