package io.solewire.server.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads another user out of the request line than the one that stands there. */
final class RewritesUser implements Behaviour {
  private static final Pattern TARGET = Pattern.compile("^GET /ws(?:\\?user=([^ &]*))? ");
  private static final Pattern NUMBER = Pattern.compile("(?:\\+|%2B)?\\d+(?:\\.0+)?");

  private static final int LONGEST = 32;

  private final UnaryOperator<String> reading;

  private RewritesUser(UnaryOperator<String> reading) {
    this.reading = reading;
  }

  /** No id and an empty one are one and the same key (rmqtt #27). */
  static RewritesUser namelessAreOne() {
    return new RewritesUser(user -> user.isEmpty() ? "nobody" : user);
  }

  /** An id passes through a number on its way, so 1, 01, 1.0 and +1 become one. */
  static RewritesUser numbersAreOne() {
    return new RewritesUser(
        user ->
            NUMBER.matcher(user).matches()
                ? user.replace("+", "").replace("%2B", "").replaceAll("^0+|\\.0+$", "")
                : user);
  }

  /** A percent sign stands for itself, so %61 is not a (citrineos-core PR 1093). */
  static RewritesUser percentIsLiteral() {
    return new RewritesUser(user -> user.replace("%", "%25"));
  }

  /** An id is stored in a column that is too short for it. */
  static RewritesUser cut() {
    return new RewritesUser(user -> user.substring(0, Math.min(LONGEST, user.length())));
  }

  @Override
  public void connected(ChannelPipeline pipeline) {
    pipeline.addFirst(new FirstRead());
  }

  /** A client's first bytes hold the request line; what follows is passed on as it is. */
  private final class FirstRead extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ctx.pipeline().remove(this);
      ByteBuf bytes = (ByteBuf) message;
      String text = bytes.toString(StandardCharsets.ISO_8859_1);
      Matcher target = TARGET.matcher(text);
      if (!target.find()) {
        ctx.fireChannelRead(message);
        return;
      }
      bytes.release();
      String user = target.group(1) == null ? "" : target.group(1);
      String line = "GET /ws?user=" + reading.apply(user) + " ";
      String rewritten = line + text.substring(target.end());
      ctx.fireChannelRead(Unpooled.copiedBuffer(rewritten, StandardCharsets.ISO_8859_1));
    }
  }
}
