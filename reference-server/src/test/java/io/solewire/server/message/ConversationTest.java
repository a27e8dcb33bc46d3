package io.solewire.server.message;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.identity.Access;
import io.solewire.server.identity.Identity;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.ConnectionListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a takeover of the receiver, or of the sender, does to messages on their way. */
final class ConversationTest {
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final CloseSignal EVICTED =
      new CloseSignal(4409, "superseded", CloseSignal.Cause.TAKEOVER, Optional.empty());

  private final EventLoop busy = new DefaultEventLoop();
  private final CountDownLatch idle = new CountDownLatch(1);
  private final Registry registry = new Registry();
  private final EmbeddedChannel senders = new EmbeddedChannel();
  private final Connection sender = admitted("u", senders);
  private final Conversation conversation =
      new Conversation(
          new Conversation.Hall(
              registry, new Topics(), new Identity(Access.OPEN, false), Behaviour.HONEST),
          sender);

  @AfterEach
  void stop() {
    idle.countDown();
    busy.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private Connection admitted(String user, EmbeddedChannel channel) {
    Connection connection =
        new Connection(
            registry.nextNumber(), UserKey.of(user), "s", channel, new ConnectionListener() {});
    registry.claim(connection);
    connection.opened();
    registry.settle(connection);
    return connection;
  }

  /** A receiver whose event loop does nothing yet. */
  private Connection occupied() {
    busy.execute(
        () -> {
          try {
            idle.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Elsewhere channel = new Elsewhere();
    Connection connection = admitted("v", channel);
    channel.loop = busy;
    return connection;
  }

  /** A channel whose event loop is another once it is registered. */
  private static final class Elsewhere extends EmbeddedChannel {
    private EventLoop loop;

    @Override
    public EventLoop eventLoop() {
      return loop == null ? super.eventLoop() : loop;
    }
  }

  private void say(String text) {
    conversation.receive("{\"to\":\"v\",\"text\":\"" + text + "\"}");
  }

  private int arrived(EmbeddedChannel channel) {
    senders.runPendingTasks();
    return channel.outboundMessages().size();
  }

  @Test
  void whatOvertakesNothingArrivesInItsOrder() {
    occupied().close(EVICTED);
    say("1");
    EmbeddedChannel newers = new EmbeddedChannel();
    admitted("v", newers);
    say("2");
    say("3");
    idle.countDown();
    await().atMost(WITHIN).until(() -> arrived(newers) == 3);
    for (int n = 1; n <= 3; n++) {
      TextWebSocketFrame frame = newers.readOutbound();
      assertEquals("{\"type\":\"message\",\"from\":\"u\",\"text\":\"" + n + "\"}", frame.text());
      frame.release();
    }
  }

  @Test
  void whatWaitsBehindAnotherMessageIsLostWithItsSender() {
    occupied().close(EVICTED);
    say("1");
    EmbeddedChannel newers = new EmbeddedChannel();
    admitted("v", newers);
    say("2");
    sender.close(EVICTED);
    idle.countDown();
    await().atMost(WITHIN).until(() -> arrived(newers) > 0);
    await().during(Duration.ofMillis(150)).atMost(WITHIN).until(() -> arrived(newers) == 1);
  }
}
