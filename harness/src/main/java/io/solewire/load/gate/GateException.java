package io.solewire.load.gate;

import java.util.List;

/** Gates that cannot be used, with every problem found in them. Its message is for people. */
public final class GateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Collects the problems.
   *
   * @param problems at least one, each a sentence in one line
   */
  public GateException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong, in the order of the gates.
   *
   * @return at least one sentence; each names its gate, what is wrong and what was expected
   */
  public List<String> problems() {
    return problems;
  }
}
