package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What ticks does so as long as a run and no longer. */
@Isolated("it looks at all threads of this process")
class TickerTest {

  private static final long SOON_MILLIS = 20_000;

  @TempDir private Path folder;

  @Test
  void ticksOnADaemonThreadThatEndsWithIt() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch thrice = new CountDownLatch(3);
    AtomicInteger late = new AtomicInteger();
    Ticker ticker =
        Ticker.start(
            Duration.ofMillis(1),
            () -> {
              threads.add(Thread.currentThread());
              thrice.countDown();
              late.incrementAndGet();
            });
    assertTrue(thrice.await(SOON_MILLIS, TimeUnit.MILLISECONDS));
    ticker.close();
    int atClose = late.get();
    assertEquals(1, threads.size());
    Thread thread = threads.iterator().next();
    assertTrue(thread.isDaemon());
    thread.join(SOON_MILLIS);
    assertFalse(thread.isAlive());
    assertEquals(atClose, late.get());
  }

  @Test
  void aRunTicksFromItsFirstCaseToItsVerdict() throws Exception {
    Set<Thread> inRun = ConcurrentHashMap.newKeySet();
    Set<Thread> before = ticking();
    StringWriter said = new StringWriter();
    Writer out =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            said.write(text, from, length);
            inRun.addAll(ticking());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    int code;
    try (Target target = Target.honest()) {
      String[] args = Cli.conform(folder, target.url(), "--only", "B1");
      code = Main.run(line -> line.setOut(new PrintWriter(out, true)), args);
    }
    assertEquals(ExitCode.OK.number(), code, said.toString());
    inRun.removeAll(before);
    assertEquals(1, inRun.size(), inRun.toString());
    Thread thread = inRun.iterator().next();
    thread.join(SOON_MILLIS);
    assertFalse(thread.isAlive());
  }

  private static Set<Thread> ticking() {
    Set<Thread> found = ConcurrentHashMap.newKeySet();
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(Ticker.THREAD))
        .forEach(found::add);
    return found;
  }
}
