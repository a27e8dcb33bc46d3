package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {

  private final List<String> begun = new ArrayList<>();

  @Test
  void oneAloneBeginsAtOnce() {
    new Assembly(1).ready(() -> begun.add("one"));
    assertEquals(List.of("one"), begun);
  }

  @Test
  void twoBeginTogetherWhenTheSecondIsReady() {
    Assembly assembly = new Assembly(2);
    assembly.ready(() -> begun.add("one"));
    assertEquals(List.of(), begun);
    assembly.ready(() -> begun.add("other"));
    assertEquals(List.of("one", "other"), begun);
  }

  @Test
  void theyShareWhatConnectionsThereAre() {
    assertEquals(100, new Assembly(1).share(100));
    assertEquals(50, new Assembly(2).share(101));
  }
}
