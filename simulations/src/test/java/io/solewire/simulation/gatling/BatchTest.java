package io.solewire.simulation.gatling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.EventLoop;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<String> handedOver = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final Batch batch = new Batch();

  /** Nothing is done on it; there is no time. */
  private final EventLoop loop =
      (EventLoop)
          Proxy.newProxyInstance(
              EventLoop.class.getClassLoader(),
              new Class<?>[] {EventLoop.class},
              (proxy, method, arguments) -> {
                assertEquals("schedule", method.getName());
                later.add((Runnable) arguments[0]);
                return null;
              });

  private void add(String row) {
    batch.add(loop, () -> handedOver.add(row));
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
