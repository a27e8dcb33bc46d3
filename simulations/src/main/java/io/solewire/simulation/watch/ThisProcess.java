package io.solewire.simulation.watch;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.solewire.result.Readings.Usage;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalLong;

/** The gauges of this process and machine. Thread-safe. */
final class ThisProcess implements Gauges {

  private final Kernel kernel;
  private final int addresses;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  ThisProcess(int addresses) {
    this(addresses, Kernel.THIS);
  }

  /**
   * By a kernel's texts.
   *
   * @param addresses that connections come from, each of which has ports of its own
   * @param kernel what it tells
   */
  ThisProcess(int addresses, Kernel kernel) {
    this.addresses = addresses;
    this.kernel = kernel;
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long uptimeMillis() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }

  @Override
  public long cpuNanos() {
    return system.getProcessCpuTime();
  }

  @Override
  public int processors() {
    return system.getAvailableProcessors();
  }

  @Override
  public Optional<Ticks> ticks() {
    return Ticks.of(kernel.text("/proc/stat"));
  }

  @Override
  public long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  @Override
  public OptionalLong jitMillis() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? OptionalLong.of(compiler.getTotalCompilationTime())
        : OptionalLong.empty();
  }

  @Override
  public Optional<Usage> descriptors() {
    return system instanceof UnixOperatingSystemMXBean unix
        ? Optional.of(
            new Usage(unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount()))
        : Optional.empty();
  }

  @Override
  public Optional<Usage> waitingPorts() {
    long ports = Sockets.ports(kernel.text(Sockets.PORTS));
    return ports == 0
        ? Optional.empty()
        : Optional.of(
            new Usage(Sockets.timeWait(kernel.text(Sockets.STATISTICS)), addresses * ports));
  }

  @Override
  public Optional<Usage> table() {
    return Sockets.table(kernel);
  }
}
