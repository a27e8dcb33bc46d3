package io.solewire.simulation.watch;

import io.solewire.result.Readings.Usage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kernel says of ports and connections, in texts. Stateless. */
final class Sockets {

  static final String STATISTICS = "/proc/net/sockstat";
  static final String PORTS = "/proc/sys/net/ipv4/ip_local_port_range";
  static final String TABLE = "/proc/sys/net/netfilter/nf_conntrack_count";
  static final String TABLE_SIZE = "/proc/sys/net/netfilter/nf_conntrack_max";

  private static final Pattern TIME_WAIT = Pattern.compile("(?m)^TCP:.*\\btw (\\d+)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})");

  private Sockets() {}

  /** Connections that are over and keep their port for a minute; 0 if nobody knows. */
  static long timeWait(String sockstat) {
    Matcher tcp = TIME_WAIT.matcher(sockstat);
    return tcp.find() ? number(tcp.group(1)) : 0;
  }

  /** How many ports there are for connections of our own; 0 if nobody knows. */
  static long ports(String range) {
    Matcher ports = RANGE.matcher(range.strip());
    return ports.matches() ? Math.max(0, number(ports.group(2)) - number(ports.group(1)) + 1) : 0;
  }

  /** How full the table of connections is; empty if the kernel tracks none. */
  static Optional<Usage> table(Kernel kernel) {
    long most = number(kernel.text(TABLE_SIZE));
    return most > 0 ? Optional.of(new Usage(number(kernel.text(TABLE)), most)) : Optional.empty();
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
