package io.solewire.simulation;

import io.netty.channel.EventLoop;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** An event loop on which nothing is done: what it is given is kept. */
public final class KeepingLoop {

  private final List<Runnable> executed = new ArrayList<>();
  private final List<Runnable> scheduled = new ArrayList<>();
  private final boolean takesLater;
  private final EventLoop loop =
      (EventLoop)
          Proxy.newProxyInstance(
              EventLoop.class.getClassLoader(),
              new Class<?>[] {EventLoop.class},
              (proxy, method, arguments) -> {
                keptBy(method.getName()).add((Runnable) arguments[0]);
                return null;
              });

  /**
   * Makes one.
   *
   * @param takesLater false if it refuses what is to be done later
   */
  public KeepingLoop(boolean takesLater) {
    this.takesLater = takesLater;
  }

  private List<Runnable> keptBy(String method) {
    if (method.equals("execute")) {
      return executed;
    }
    if (method.equals("schedule") && takesLater) {
      return scheduled;
    }
    throw new UnsupportedOperationException(method);
  }

  /** As whoever uses it sees it. */
  public EventLoop loop() {
    return loop;
  }

  /** What was to be done at once. */
  public List<Runnable> executed() {
    return executed;
  }

  /** What was to be done later. */
  public List<Runnable> scheduled() {
    return scheduled;
  }
}
