package io.solewire.simulation.gatling;

/** What a virtual user does in one step. Called on the user's event loop; must not block. */
@FunctionalInterface
public interface Script {

  /**
   * Begins the step.
   *
   * @param user who; its {@link VirtualUser#next} ends the step, at any later time
   */
  void begin(VirtualUser user);
}
