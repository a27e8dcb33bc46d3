package io.solewire.simulation.watch;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.util.Optional;

/** What this machine has no more to give. Stateless. */
public final class Machine {

  private Machine() {}

  /** How many files this process may have open. */
  public static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Integer.MAX_VALUE;
  }

  /**
   * Tells a connect that failed for want of something on this side from one that the target failed.
   *
   * @param cause why no TCP connection came about
   * @return with the limit and how to raise it, if it is this machine that has no more to give
   */
  public static Optional<String> exhausted(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    if (text.contains("Too many open files")) {
      return Optional.of(
          "descriptors are exhausted: the limit is %d; raise it with ulimit -n"
              .formatted(descriptors()));
    }
    if (cause instanceof BindException || text.contains("Cannot assign requested address")) {
      return Optional.of(
          "ports are exhausted: net.ipv4.ip_local_port_range is %s; raise it with sysctl -w"
                  .formatted(Kernel.THIS.text(Sockets.PORTS).replaceAll("\\s+", "-"))
              + " net.ipv4.ip_local_port_range=\"1024 65535\", or use more addresses of this"
              + " machine: --source-addresses LIST");
    }
    return Optional.empty();
  }
}
