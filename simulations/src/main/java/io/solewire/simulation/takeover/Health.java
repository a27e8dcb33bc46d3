package io.solewire.simulation.takeover;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.solewire.history.Trace;
import io.solewire.result.LoadResult;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How the measuring side does. Thread-safe. */
final class Health {

  private static final Path TABLE = Path.of("/proc/sys/net/netfilter/nf_conntrack_count");
  private static final Path TABLE_SIZE = Path.of("/proc/sys/net/netfilter/nf_conntrack_max");
  private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int DIGITS = 3;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ConcurrentHistogram lag = new ConcurrentHistogram(DIGITS);
  private final LongAdder started = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private long cpuAtBegin;
  private long gcAtBegin;
  private long begin;
  private volatile String reason;
  private volatile String firstFailure;
  private volatile String lastFailure = "";

  /** The measured time begins: what came before does not count. */
  void begin() {
    lag.reset();
    begin = System.nanoTime();
    cpuAtBegin = system.getProcessCpuTime();
    gcAtBegin = collected();
    watchTable();
  }

  void started(long late) {
    started.increment();
    lag.recordValue(Math.max(0, late));
  }

  void evicted() {
    evicted.increment();
  }

  long startedSoFar() {
    return started.sum();
  }

  long evictedSoFar() {
    return evicted.sum();
  }

  /** The kernel drops packets of everybody once its table of connections is full. */
  void watchTable() {
    long most = number(TABLE_SIZE);
    long now = number(TABLE);
    if (most > 0 && now > most / 2) {
      doubt(
          "the kernel's table of connections holds %d of %d: from there on it drops packets;"
                  .formatted(now, most)
              + " wait two minutes, or raise it with sysctl -w net.netfilter.nf_conntrack_max="
              + 4 * most);
    }
  }

  /** The first reason not to trust the numbers counts. */
  void doubt(String why) {
    if (reason == null) {
      reason = why;
    }
  }

  /**
   * Why no TCP connection came about; where we are at fault, with the limit and how to raise it.
   */
  String explain(Throwable cause) {
    String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (text.contains("Too many open files")) {
      String why =
          "descriptors are exhausted: the limit is %d; raise it with ulimit -n"
              .formatted(descriptors());
      doubt(why);
      return why;
    }
    if (cause instanceof BindException || text.contains("Cannot assign requested address")) {
      String why =
          "ports are exhausted: net.ipv4.ip_local_port_range is %s; raise it with sysctl -w"
                  .formatted(text(PORTS).replaceAll("\\s+", "-"))
              + " net.ipv4.ip_local_port_range=\"1024 65535\"";
      doubt(why);
      return why;
    }
    String why = text.contains("Connection refused") ? "connection refused" : text;
    firstFailure = firstFailure == null ? why : firstFailure;
    lastFailure = why;
    return why;
  }

  /** Why a newcomer was not admitted, for a row of Gatling's report. */
  String problem(Trace trace) {
    if (!trace.failure().isEmpty()) {
      return trace.failure();
    }
    Integer status = trace.refusal().status();
    String why = status == null ? "not admitted" : "HTTP " + status;
    firstFailure = firstFailure == null ? why : firstFailure;
    return why;
  }

  /** Why the first connect that failed did. */
  String firstFailure() {
    return firstFailure == null ? "nobody knows why" : firstFailure;
  }

  /** Why the last connect that failed did. */
  String lastFailure() {
    return lastFailure;
  }

  /** How many files this process may have open. */
  static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Integer.MAX_VALUE;
  }

  LoadResult.Generator generator() {
    watchTable();
    double wall = Math.max(1, System.nanoTime() - begin);
    double cpu = (system.getProcessCpuTime() - cpuAtBegin) / wall / system.getAvailableProcessors();
    long lagUs = TimeUnit.NANOSECONDS.toMicros(lag.getValueAtPercentile(99));
    return new LoadResult.Generator(
        reason == null, Math.round(cpu * 100) / 100.0, collected() - gcAtBegin, lagUs, reason);
  }

  private static long collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static long number(Path file) {
    String text = text(file);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return ""; // no such table here
    }
  }
}
