package io.solewire.simulation.client;

import io.solewire.wire.Call;
import io.solewire.wire.HttpHead;
import io.solewire.wire.UpgradeRequest;
import java.util.Optional;

/**
 * One opening handshake (RFC 6455 section 4.1), from the request to the end of the answer's head.
 * Not thread-safe. A link lets go of it then: a connection that is held for hours has no more use
 * for it.
 */
final class Handshake {

  static final int SWITCHING_PROTOCOLS = 101;

  /** Of what is no HTTP. */
  private static final int STRANGE = -1;

  private final Call call;
  private final String key = Nonce.next();
  private final HttpHead head = new HttpHead();

  Handshake(Call call) {
    this.call = call;
  }

  byte[] request() {
    return UpgradeRequest.of(call, key).bytes();
  }

  /**
   * Takes in what comes next.
   *
   * @return index after the last byte that belongs to the head
   */
  int read(byte[] bytes) {
    return head.read(bytes, 0, bytes.length);
  }

  /** True once the head is there, or cannot come any more. */
  boolean isAnswered() {
    return isStrange() || head.complete();
  }

  private boolean isStrange() {
    return head.isNoHttp() || head.tooLong();
  }

  /** The answer's status; -1 if it is no HTTP. */
  int status() {
    return isStrange() ? STRANGE : head.status();
  }

  String firstLine() {
    return head.firstLine();
  }

  /** What is wrong with a 101. */
  Optional<String> problem() {
    return status() == SWITCHING_PROTOCOLS
        ? Answer.problem(head, key, call.subprotocols())
        : Optional.empty();
  }
}
