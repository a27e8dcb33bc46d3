package io.solewire.cli;

import io.solewire.result.CaseResult;
import io.solewire.result.Listed;
import java.time.Instant;
import java.util.Locale;

/** One line that says how a case ended. Stateless. */
final class CaseLine {

  private CaseLine() {}

  static String of(CaseResult result, String verdict) {
    String rounds = result.seen() == null ? "" : rounds(result.seen());
    String time = String.format(Locale.ROOT, "%.1f s", result.durationMs() / 1000.0);
    String note = (result.executed() ? rounds : result.reason()) + listed(result);
    return String.format(
        Locale.ROOT,
        "%s %-36s %-20s %7s",
        verdict,
        result.id(),
        note,
        result.executed() ? time : "");
  }

  private static String listed(CaseResult result) {
    if (result.known() == null) {
      return "";
    }
    Listed listed = Listed.of(result, Instant.now().toString());
    return ", " + (listed == Listed.NOT ? "listed" : listed.name().toLowerCase(Locale.ROOT));
  }

  private static String rounds(CaseResult.Seen seen) {
    return seen.k() > 0
        ? "bad " + seen.k() + " of " + seen.n()
        : seen.n() == 1 ? "1 round" : seen.n() + " rounds";
  }
}
