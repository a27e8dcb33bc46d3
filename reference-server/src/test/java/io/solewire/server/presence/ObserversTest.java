package io.solewire.server.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.ConnectionListener;
import io.solewire.server.registry.UserKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens between an observer's request and its 101. */
final class ObserversTest {
  private final Observers observers =
      new Observers(
          new CloseSignal(1008, "reads too slowly", CloseSignal.Cause.SLOW, Optional.empty()));

  @Test
  void whatHappensBeforeThe101IsWrittenIsShownAfterIt() {
    EmbeddedChannel channel = new EmbeddedChannel();
    Connection observer =
        new Connection(1, UserKey.of(""), "", channel, new ConnectionListener() {});
    observers.add(observer);
    observers.online(UserKey.of("u"));
    observers.offline(UserKey.of("u"));
    channel.runPendingTasks();
    assertNull(channel.readOutbound(), "not yet");
    observers.opened(observer);
    assertEquals("{\"type\":\"online\",\"user\":\"u\"}", next(channel));
    assertEquals("{\"type\":\"offline\",\"user\":\"u\"}", next(channel));
  }

  private static String next(EmbeddedChannel channel) {
    TextWebSocketFrame frame = channel.readOutbound();
    try {
      return frame.text();
    } finally {
      frame.release();
    }
  }
}
