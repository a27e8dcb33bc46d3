package io.solewire.server.registry;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The server's half of the closing handshake (RFC 6455 section 7.1) and what becomes of it. Not
 * thread-safe: belongs to the connection's event loop.
 */
final class Ending {
  private final Channel channel;
  private CloseSignal.Cause cause;
  private Release release = Release.PEER;
  private ScheduledFuture<?> deadline;

  Ending(Channel channel) {
    this.channel = channel;
  }

  boolean isTakeover() {
    return cause == CloseSignal.Cause.TAKEOVER;
  }

  /** Sends our Close frame and gives the peer until the signal's deadline. */
  ChannelFuture begin(CloseSignal signal) {
    cause = signal.cause();
    signal.force().ifPresent(this::cutAfter);
    signal.noticeFrame().ifPresent(notice -> channel.write(notice, channel.voidPromise()));
    return channel.writeAndFlush(signal.frame());
  }

  /** The peer began: echoes its Close and ends TCP, as the server's part is (section 7.1.1). */
  void reply(CloseWebSocketFrame frame, Duration force) {
    cutAfter(force);
    channel
        .writeAndFlush(new CloseWebSocketFrame(true, 0, frame.content().retain()))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** A Close came after ours, or after the peer's own. */
  void echoed() {
    release = cause == null ? Release.PEER : Release.ECHOED;
    channel.close();
  }

  /** Ends TCP as a takeover, without a Close frame. */
  void drop() {
    cause = CloseSignal.Cause.TAKEOVER;
    release = Release.DROPPED;
    channel.close();
  }

  /**
   * TCP has ended; what ended it. The timer goes when the channel does: left behind, it cost 80 ms
   * at p99.9 under load.
   */
  Release over() {
    if (deadline != null) {
      deadline.cancel(false);
    }
    return release;
  }

  private void cutAfter(Duration delay) {
    deadline = channel.eventLoop().schedule(this::cut, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** With RST, because a FIN would wait behind what a peer that never reads has not read. */
  private void cut() {
    if (channel.isOpen()) {
      release = Release.FORCED;
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.unsafe().close(channel.newPromise()); // past TLS, which would wait for the peer
    }
  }
}
