package io.solewire.simulation.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.solewire.history.RunClock;
import io.solewire.record.Recorder;
import io.solewire.record.Voice;
import io.solewire.wire.Call;
import io.solewire.wire.Frame;
import io.solewire.wire.FrameReader;
import io.solewire.wire.Opcode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection of a load. Not thread-safe: everything happens on the user's event loop. It is the
 * first handler behind the socket (behind TLS where there is TLS), so its instants are those of the
 * read and of the write. It answers Pings, as RFC 6455 section 5.5.2 asks, and does nothing else of
 * its own.
 */
public final class Link extends ChannelInboundHandlerAdapter implements Voice {

  private final RunClock clock;
  private final Owner owner;
  private FrameReader amid;
  private Handshake handshake;
  private Recorder recorder;
  private Channel channel;
  private long instant;
  private boolean upgraded;
  private boolean resetMet;
  private boolean over;

  /** Who is told that something has changed; what, stands in the history. */
  public interface Owner {

    /** Something was seen. Called after it was recorded. */
    void changed();

    /**
     * No TCP connection came about.
     *
     * @param cause why
     */
    void unreachable(Throwable cause);

    /**
     * The server's answer to the upgrade is not that of RFC 6455.
     *
     * @param why what is wrong with it
     */
    void malformed(String why);

    /**
     * What was seen could not be dealt with, which is nobody's fault but ours.
     *
     * @param cause what went wrong
     */
    void failed(Throwable cause);
  }

  /**
   * Makes a link that is about to be opened.
   *
   * @param clock the run's clock
   * @param owner who is told
   */
  public Link(RunClock clock, Owner owner) {
    this.clock = clock;
    this.owner = owner;
  }

  /**
   * Opens it.
   *
   * @param dialer how
   * @param loop the user's event loop, which this is called on
   * @param where the target with the user filled in
   * @param what is told what passes
   */
  public void open(Dialer dialer, EventLoop loop, Call where, Recorder what) {
    handshake = new Handshake(where);
    recorder = what;
    dialer.dial(loop, where.target(), this);
  }

  void notConnected(Throwable cause) {
    over = true;
    owner.unreachable(cause);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    if (over) {
      channel.close();
    } else if (context.pipeline().get(SslHandler.class) == null) {
      request(context);
    }
  }

  private void request(ChannelHandlerContext context) {
    recorder.opened(clock.nanos());
    byte[] bytes = handshake.request();
    ByteBuf out = context.alloc().buffer(bytes.length).writeBytes(bytes);
    recorder.requestSent(clock.nanos());
    write(out);
    owner.changed();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    long t = clock.nanos();
    try {
      byte[] bytes = new byte[in.readableBytes()];
      in.readBytes(bytes);
      read(t, bytes);
    } finally {
      in.release();
    }
    if (!over) {
      owner.changed();
    }
  }

  private void read(long t, byte[] bytes) {
    int from = 0;
    if (!upgraded) {
      if (handshake == null) {
        return; // the body of a refusal
      }
      from = handshake.read(bytes);
      if (!handshake.isAnswered()) {
        return;
      }
      upgraded = accepted(t, handshake);
      handshake = null;
    }
    if (upgraded) {
      instant = t;
      frames(bytes, from);
    }
  }

  /** Between two frames, where most are for hours, nothing is remembered. */
  private void frames(byte[] bytes, int from) {
    FrameReader frames = amid == null ? new FrameReader(this::frame) : amid;
    frames.read(bytes, from, bytes.length);
    amid = frames.atBoundary() ? null : frames;
  }

  private boolean accepted(long t, Handshake answered) {
    Optional<String> problem = answered.problem();
    if (problem.isPresent()) {
      owner.malformed(problem.get());
    } else {
      recorder.answered(t, answered.status(), answered.firstLine());
    }
    return problem.isEmpty() && answered.status() == Handshake.SWITCHING_PROTOCOLS;
  }

  private void frame(Frame frame) {
    if (over) {
      return;
    }
    recorder.frameIn(instant, frame);
    if (frame.opcode() == Opcode.PING) {
      send(Opcode.PONG, frame.payload());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent && !over) {
      inputEnded(context);
    } else if (event instanceof SslHandshakeCompletionEvent tls && !over) {
      if (tls.isSuccess()) {
        request(context);
      } else {
        over = true;
        context.close();
        owner.unreachable(tls.cause());
      }
    }
  }

  /** If a write met a reset, the reading side sees no error any more but the end of the stream. */
  private void inputEnded(ChannelHandlerContext context) {
    if (resetMet) {
      ended();
      context.close();
    } else {
      recorder.finIn(clock.nanos());
      owner.changed();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!over && cause instanceof IOException) {
      ended();
    } else if (!over) {
      reset();
      owner.failed(cause);
    }
    context.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!over) {
      ended();
    }
  }

  private void ended() {
    over = true;
    recorder.resetIn(clock.nanos());
    owner.changed();
  }

  @Override
  public void text(String text) {
    send(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void binary(byte[] payload) {
    send(Opcode.BINARY, payload);
  }

  @Override
  public void ping(byte[] payload) {
    send(Opcode.PING, payload);
  }

  /** Echoes the server's Close, with its code (RFC 6455 section 5.5.1). */
  public void echo(Integer code) {
    byte[] payload = code == null ? new byte[0] : new byte[] {(byte) (code >> 8), code.byteValue()};
    send(Opcode.CLOSE, payload);
  }

  private void send(Opcode opcode, byte[] payload) {
    if (over || channel == null || !channel.isActive()) {
      return;
    }
    ByteBuf out = FrameWriter.frame(channel.alloc(), opcode, payload);
    recorder.frameOut(clock.nanos(), new Frame(true, opcode, payload.length, payload));
    write(out);
  }

  private void write(ByteBuf out) {
    channel.writeAndFlush(out).addListener(written -> resetMet |= isReset(written.cause()));
  }

  private static boolean isReset(Throwable cause) {
    boolean reset = false;
    for (Throwable why = cause; why != null && !reset; why = why.getCause()) {
      reset = String.valueOf(why.getMessage()).contains("reset");
    }
    return reset;
  }

  /** Ends TCP by RST. */
  public void reset() {
    if (!over && channel != null) {
      over = true;
      recorder.resetOut(clock.nanos());
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.close();
    }
    over = true;
  }

  /** Ends TCP by FIN. */
  public void end() {
    if (!over && channel != null) {
      over = true;
      recorder.finOut(clock.nanos());
      channel.close();
    }
    over = true;
  }
}
