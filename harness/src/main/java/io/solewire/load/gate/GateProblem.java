package io.solewire.load.gate;

import java.util.List;

/**
 * Says what is wrong with one gate.
 *
 * @param expression the gate
 */
record GateProblem(String expression) {

  /**
   * Makes the exception.
   *
   * @param fault what is wrong, fit for a terminal
   * @param expected what was expected instead
   */
  GateException because(String fault, String expected) {
    return new GateException(
        List.of("gate " + Text.quoted(expression) + ": " + fault + ": expected " + expected));
  }
}
