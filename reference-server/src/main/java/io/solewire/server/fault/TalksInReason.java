package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.BiFunction;

/** The reason of an eviction says more than that it is one. */
final class TalksInReason implements Behaviour {
  private final BiFunction<Takeover, Connection, String> detail;

  private TalksInReason(BiFunction<Takeover, Connection, String> detail) {
    this.detail = detail;
  }

  /** Where the newcomer came from. */
  static TalksInReason ofAddress() {
    return new TalksInReason(
        (takeover, older) ->
            "by "
                + ((InetSocketAddress) takeover.newcomer().channel().remoteAddress())
                    .getAddress()
                    .getHostAddress());
  }

  /** When it was: no two reasons are the same. */
  static TalksInReason ofTime() {
    return new TalksInReason((takeover, older) -> "at " + Instant.now().getEpochSecond());
  }

  /** With what the older one had logged in. */
  static TalksInReason ofCredential() {
    return new TalksInReason((takeover, older) -> "token-of-" + older.user());
  }

  @Override
  public void evict(Takeover takeover) {
    CloseSignal signal = takeover.signal();
    for (Connection older : takeover.incumbents()) {
      older.close(signal.withReason(signal.reason() + " " + detail.apply(takeover, older)));
    }
  }
}
