package io.solewire.load;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Detail;
import io.solewire.history.Trace;

/** Why a newcomer was not admitted, in a few words that many share. Stateless. */
final class Problem {

  /** What the driver does on purpose when a handshake is not that of RFC 6455. */
  static final String HANDSHAKE = "handshake";

  /** What the driver does on purpose when it has waited long enough. */
  static final String TIMEOUT = "timeout";

  private Problem() {}

  static String of(Trace trace) {
    if (trace.tcpFailed() != NEVER) {
      return "no TCP connection: " + trace.failure();
    }
    if (trace.refused() != NEVER) {
      return refused(trace.refusal());
    }
    return trace
        .fault(HANDSHAKE)
        .map(f -> "not a handshake of RFC 6455: " + f.text())
        .or(() -> trace.fault(TIMEOUT).map(f -> "not admitted in time: " + f.text()))
        .orElse("ended before its admission");
  }

  private static String refused(Detail refusal) {
    if (refusal.status() != null) {
      return refusal.status() < 0 ? "no HTTP response" : "HTTP " + refusal.status();
    }
    return refusal.code() == null ? "refused by a message" : "closed with " + refusal.code();
  }
}
