package io.solewire.server.registry;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The Close frame that the server sends, why, and how long it waits for the echo. Immutable.
 *
 * <p>The code is put on the wire as it stands, so that a fault can send a reserved one; legal codes
 * are the business of whoever makes the signal.
 *
 * @param code status code, RFC 6455 section 7.4
 * @param reason at most 123 bytes of UTF-8, RFC 6455 section 5.5
 * @param cause why the server closes
 * @param force how long the peer has to end the connection before the server cuts TCP; empty: for
 *     ever
 * @param notice whether a text message that says so precedes the frame (rule B6)
 */
public record CloseSignal(
    int code, String reason, Cause cause, Optional<Duration> force, boolean notice) {
  private static final String SUPERSEDED = "{\"type\":\"superseded\"}";

  /** Why the server closes a connection. */
  public enum Cause {
    /** A newer connection of the same user took over. */
    TAKEOVER,
    /** Somebody asked for it over HTTP. */
    OPERATOR,
    /** The server is going away. */
    SHUTDOWN,
    /** The peer broke the protocol. */
    PROTOCOL,
    /** The peer has not been let in: not authenticated, or the policy refuses newcomers. */
    REFUSED,
    /** Nothing has come from the peer for too long. */
    IDLE,
    /** The peer reads too slowly. */
    SLOW
  }

  /** Rejects missing parts. */
  public CloseSignal {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(force, "force");
  }

  /** A signal without a notice. */
  public CloseSignal(int code, String reason, Cause cause, Optional<Duration> force) {
    this(code, reason, cause, force, false);
  }

  /** The same signal with another status code. */
  public CloseSignal withCode(int other) {
    return new CloseSignal(other, reason, cause, force, notice);
  }

  /** The same signal with another reason. */
  public CloseSignal withReason(String other) {
    return new CloseSignal(code, other, cause, force, notice);
  }

  /** The same signal, after which the server never cuts TCP by itself. */
  public CloseSignal withoutForce() {
    return new CloseSignal(code, reason, cause, Optional.empty(), notice);
  }

  /** The same signal, after a notice or not. */
  public CloseSignal withNotice(boolean given) {
    return new CloseSignal(code, reason, cause, force, given);
  }

  /** The notice, if one is to be given. */
  Optional<TextWebSocketFrame> noticeFrame() {
    return notice ? Optional.of(new TextWebSocketFrame(SUPERSEDED)) : Optional.empty();
  }

  /** A new frame; written by hand because Netty's constructor refuses reserved codes. */
  CloseWebSocketFrame frame() {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuf payload = Unpooled.buffer(2 + text.length).writeShort(code).writeBytes(text);
    return new CloseWebSocketFrame(true, 0, payload);
  }

  /** Whether a code may stand in a Close frame (RFC 6455 section 7.4, IANA registry). */
  public static boolean isLegal(int code) {
    return code >= 1000 && code <= 1003
        || code >= 1007 && code <= 1014
        || code >= 3000 && code <= 4999;
  }
}
