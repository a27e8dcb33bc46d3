package io.solewire.cli.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LoadJvmTest {

  @Test
  void theYoungGenerationIsAnEighthOfTheMachineWithinBounds() {
    assertEquals(256, LoadJvm.youngMib(0), "where nobody knows");
    assertEquals(256, LoadJvm.youngMib(2_000));
    assertEquals(500, LoadJvm.youngMib(4_000));
    assertEquals(1_024, LoadJvm.youngMib(64_000));
  }
}
