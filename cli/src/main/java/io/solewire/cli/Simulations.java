package io.solewire.cli;

import io.solewire.load.Size;
import io.solewire.load.Workload;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells which simulations there are. Stateless. */
final class Simulations {

  private Simulations() {}

  static void print(PrintWriter out) {
    for (Workload each : Workload.values()) {
      out.printf(Locale.ROOT, "%-11s %s%n", each.text(), each.sentence());
      out.printf(Locale.ROOT, "            %s%n", usual(each));
      for (Size size : each.sizes()) {
        String given = "--size " + size.name() + "=" + size.usual();
        out.printf(Locale.ROOT, "            %s  %s%n", given, size.sentence());
      }
    }
    out.println("all         --popularity uniform|zipf[:EXPONENT]  who comes again");
    out.println("            --source-addresses 127.0.0.1,127.0.0.2  that connections come from");
    out.flush();
  }

  private static String usual(Workload each) {
    Workload.Usual usual = each.usual();
    return String.format(
        Locale.ROOT,
        "--users %d%s --warmup %ds --duration %ds",
        usual.users(),
        each.hasRate() ? " --rate " + (long) usual.rate() : "",
        usual.warmupMs() / 1_000,
        usual.durationMs() / 1_000);
  }
}
