package io.solewire.simulation.gatling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.simulation.KeepingLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<String> handedOver = new ArrayList<>();
  private final KeepingLoop loop = new KeepingLoop(true);
  private final List<Runnable> later = loop.scheduled();
  private final Batch batch = new Batch();

  private void add(String row) {
    batch.add(loop.loop(), () -> handedOver.add(row));
  }

  @Test
  void rowsAreHandedOverTogetherAndInOrder() {
    add("connect");
    add("evict");
    assertEquals(List.of(), handedOver);
    assertEquals(1, later.size(), "both wait for the same");
    later.remove(0).run();
    assertEquals(List.of("connect", "evict"), handedOver);
  }

  @Test
  void whatComesAfterThatWaitsAnew() {
    add("first");
    later.remove(0).run();
    add("second");
    assertEquals(1, later.size());
    later.remove(0).run();
    assertEquals(List.of("first", "second"), handedOver);
  }

  @Test
  void whoEndsWaitsForNothing() {
    add("the last");
    batch.handOver();
    assertEquals(List.of("the last"), handedOver);
    later.remove(0).run();
    assertEquals(1, handedOver.size(), "each once");
  }
}
