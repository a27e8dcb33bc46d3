package io.solewire.load.health;

import io.solewire.result.Readings.Usage;
import java.util.Locale;
import java.util.Optional;

/** Bounds on what a machine has only so much of. Stateless. */
final class Resources {

  /**
   * Connects wait for a descriptor from here on: a load keeps 300 of them for other things, which
   * is 1.5 % of a usual limit of 20,000, and refuses plans that would need these.
   */
  static final double DESCRIPTORS = 0.98;

  /**
   * The kernel looks for a free port by trying one after the other: when nine in ten are taken a
   * connect takes ten tries, and soon there is none.
   */
  static final double PORTS = 0.9;

  /**
   * Each connection that ends by FIN stays in the table for two minutes. Half full, a load fills it
   * before it ends; a full table drops packets of everybody, which looks like a server that admits
   * nobody.
   */
  static final double CONNTRACK = 0.5;

  /** From here on the recording thread will not catch up, and at the limit events are lost. */
  static final double BACKLOG = 0.5;

  private Resources() {}

  static Optional<String> descriptors(Seen seen) {
    return exceeded(
        seen.readings().descriptors(),
        DESCRIPTORS,
        "%,d of %,d descriptors were open (bound %.0f %%): raise the limit with ulimit -n %4$d, or"
            + " lower --users");
  }

  static Optional<String> ports(Seen seen) {
    return exceeded(
        seen.readings().ports(),
        PORTS,
        "%,d of %,d local ports were taken (bound %.0f %%): widen them with sysctl -w"
            + " net.ipv4.ip_local_port_range=\"1024 65535\", come from more addresses of this"
            + " machine by --source-addresses LIST, or lower --rate");
  }

  static Optional<String> conntrack(Seen seen) {
    return exceeded(
        seen.readings().conntrack(),
        CONNTRACK,
        "the kernel's table of connections held %,d of %,d (bound %.0f %%), and drops packets once"
            + " it is full: wait two minutes, or raise it with sysctl -w"
            + " net.netfilter.nf_conntrack_max=%4$d");
  }

  static Optional<String> backlog(Seen seen) {
    return exceeded(
        seen.readings().backlog(),
        BACKLOG,
        "%,d of %,d events waited to be recorded (bound %.0f %%): lower --rate, or write to a"
            + " faster disk with --out");
  }

  /** The words may name used, limit, the bound in percent, and four times the limit. */
  private static Optional<String> exceeded(Usage usage, double bound, String words) {
    return usage != null && usage.isAtLeast(bound)
        ? Optional.of(
            String.format(
                Locale.ROOT, words, usage.used(), usage.limit(), 100 * bound, 4 * usage.limit()))
        : Optional.empty();
  }
}
