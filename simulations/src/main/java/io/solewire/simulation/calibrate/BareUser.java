package io.solewire.simulation.calibrate;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** One user of the bare client. All on its event loop, but for the counters. */
final class BareUser {

  private static final int CLOSE = 0x88;
  private static final int SWITCHING = '1';
  private static final int STATUS = 9;

  private final Context context;
  private final EventLoop loop;
  private final Work work;
  private final int number;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private Channel held;
  private Channel coming;
  private boolean upgraded;
  private boolean closed;
  private volatile boolean over;

  /**
   * Where and how.
   *
   * @param address of the server
   * @param uri with USER for the user
   * @param type of the channels
   * @param tls what wss is spoken by; null for ws
   */
  record Context(
      InetSocketAddress address, URI uri, Class<? extends Channel> type, SSLContext tls) {

    /** What stands between the socket and the client: TLS, or nothing. */
    ChannelHandler secured(ChannelHandler client) {
      return new ChannelInitializer<>() {
        @Override
        protected void initChannel(Channel channel) {
          if (tls != null) {
            SSLEngine engine = tls.createSSLEngine(uri.getHost(), uri.getPort());
            engine.setUseClientMode(true);
            channel.pipeline().addLast(new SslHandler(engine));
          }
          channel.pipeline().addLast(client);
        }
      };
    }
  }

  BareUser(Context context, EventLoop loop, Work work, int number) {
    this.context = context;
    this.loop = loop;
    this.work = work;
    this.number = number;
  }

  void begin() {
    loop.execute(this::connect);
  }

  long done() {
    return done.get();
  }

  long failed() {
    return failed.get();
  }

  void end() {
    over = true;
  }

  private void connect() {
    upgraded = false;
    closed = held == null;
    new Bootstrap()
        .group(loop)
        .channel(context.type())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_LINGER, 0)
        .handler(context.secured(new Reader()))
        .connect(context.address())
        .addListener(connected -> fail(connected.isSuccess()));
  }

  private void fail(boolean well) {
    if (!well) {
      failed.incrementAndGet();
      held = null;
      if (!over) {
        loop.execute(this::connect);
      }
    }
  }

  private String request() {
    String user = work == Work.HANDSHAKE ? "bare-" + number + "-" + done.get() : "bare-" + number;
    String query = context.uri().getRawQuery();
    String path = context.uri().getRawPath() + (query == null ? "" : "?" + query);
    return "GET "
        + path.replace("USER", user)
        + " HTTP/1.1\r\nHost: "
        + context.uri().getAuthority()
        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  }

  private void next() {
    if (!upgraded || !closed) {
      return;
    }
    done.incrementAndGet();
    if (held != null) {
      held.close();
    }
    held = work == Work.HANDSHAKE ? null : coming;
    if (work == Work.HANDSHAKE || over) {
      coming.close();
    }
    if (!over && work != Work.HOLD) {
      loop.execute(this::connect);
    }
  }

  private final class Reader extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      coming = ctx.channel();
      ctx.writeAndFlush(Unpooled.copiedBuffer(request(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      boolean isClose = in.getUnsignedByte(in.readerIndex()) == CLOSE;
      boolean isUpgrade =
          in.readableBytes() > STATUS && in.getByte(in.readerIndex() + STATUS) == SWITCHING;
      in.release();
      if (ctx.channel() == held && isClose) {
        closed = true;
        next();
      } else if (ctx.channel() == coming && isUpgrade) {
        upgraded = true;
        next();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (!over && (ctx.channel() == held || ctx.channel() == coming) && !(upgraded && closed)) {
        fail(false);
      }
    }
  }
}
