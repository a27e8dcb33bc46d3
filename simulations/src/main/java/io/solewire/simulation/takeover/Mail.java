package io.solewire.simulation.takeover;

import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is on its way to a user: who waits for a message does not leave, and while nobody is known
 * to be there none is sent; so a message that is lost was lost by the server. Not thread-safe:
 * everything happens on the user's event loop.
 */
final class Mail {

  /** From then on a message that has not come counts as lost; the judges ask for a little less. */
  static final long OVERDUE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Load load;
  private final EventLoop loop;
  private Map<String, Long> out = Map.of();
  private int handingOver;
  private boolean reachable = true;

  Mail(Load load, EventLoop loop) {
    this.load = load;
    this.loop = loop;
  }

  /** True if a message would find somebody. */
  boolean isReachable() {
    return reachable;
  }

  /** It has answered: the server knows it. */
  void reached() {
    reachable = true;
  }

  /** It is leaving: until it has come again and answered, the server may know nobody. */
  void unreachable() {
    reachable = false;
  }

  /** A message is about to be handed to the server. */
  void handedOver(String id) {
    handingOver++;
    out = out.isEmpty() ? new HashMap<>() : out;
    out.put(id, Long.MAX_VALUE);
  }

  /**
   * The server was handed a message, and this is in the history.
   *
   * @param id the message
   * @param t when it was handed over
   */
  void taken(String id, long t) {
    handingOver--;
    if (out.containsKey(id)) {
      out.put(id, t + OVERDUE_NANOS);
    }
  }

  /** True while the server has not said whether it takes a message. */
  boolean isHandingOver() {
    return handingOver > 0;
  }

  /** Something was read on one of the user's connections. */
  void read(String text) {
    if (!out.isEmpty() && text != null) {
      out.keySet().removeIf(text::contains);
    }
  }

  /** True while a message may still come. */
  boolean isOut() {
    if (out.isEmpty()) {
      return handingOver > 0;
    }
    long now = load.clock().nanos();
    out.values().removeIf(due -> due < now);
    return handingOver > 0 || !out.isEmpty();
  }

  /** Tries again soon. */
  ScheduledFuture<?> later(Runnable what) {
    return loop.schedule(what, RETRY_NANOS, TimeUnit.NANOSECONDS);
  }
}
