package io.solewire.simulation.takeover;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this machine has to give: descriptors, ports, and a table of connections. Stateless. */
final class Machine {

  private static final Path TABLE = Path.of("/proc/sys/net/netfilter/nf_conntrack_count");
  private static final Path TABLE_SIZE = Path.of("/proc/sys/net/netfilter/nf_conntrack_max");
  private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  private Machine() {}

  /** How many files this process may have open. */
  static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Integer.MAX_VALUE;
  }

  /** Why the kernel may soon drop packets of everybody, if it may. */
  static Optional<String> fullTable() {
    long most = number(TABLE_SIZE);
    long now = number(TABLE);
    return most > 0 && now > most / 2
        ? Optional.of(
            "the kernel's table of connections holds %d of %d: once it is full it drops packets;"
                    .formatted(now, most)
                + " wait two minutes, or raise it with sysctl -w net.netfilter.nf_conntrack_max="
                + 4 * most)
        : Optional.empty();
  }

  /** With the limit and how to raise it, if it is this machine that has no more to give. */
  static Optional<String> exhausted(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    if (text.contains("Too many open files")) {
      return Optional.of(
          "descriptors are exhausted: the limit is %d; raise it with ulimit -n"
              .formatted(descriptors()));
    }
    if (cause instanceof BindException || text.contains("Cannot assign requested address")) {
      return Optional.of(
          "ports are exhausted: net.ipv4.ip_local_port_range is %s; raise it with sysctl -w"
                  .formatted(text(PORTS).replaceAll("\\s+", "-"))
              + " net.ipv4.ip_local_port_range=\"1024 65535\"");
    }
    return Optional.empty();
  }

  private static long number(Path file) {
    String text = text(file);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** In one read: the kernel makes such a file while it is read. */
  private static String text(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      return ""; // no such table here
    }
  }
}
