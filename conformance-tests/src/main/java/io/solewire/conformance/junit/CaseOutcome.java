package io.solewire.conformance.junit;

/** What came of a case, or of all of them. Immutable. */
@FunctionalInterface
public interface CaseOutcome {

  /**
   * Ends the test as the case has ended.
   *
   * @throws AssertionError if the case failed or proved nothing
   * @throws org.opentest4j.TestAbortedException if it does not apply
   */
  void tell();
}
