package io.solewire.server.registry;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One WebSocket connection of one user, from its claim to the end of TCP. Thread-safe: every change
 * happens on the connection's own event loop, and a call from another thread is handed over to it.
 *
 * <p>What it promises: no data frame after its Close frame (RFC 6455 section 5.5.1); TCP closed at
 * once, by the server, when the peer echoes Close (section 7.1.1); TCP cut when the echo does not
 * come within {@link CloseSignal#force()}, also when the peer never reads.
 */
public final class Connection {
  static final long UNDECIDED = 0;

  private final long number;
  private final UserKey key;
  private final String session;
  private final Instant since = Instant.now();
  private final Channel channel;
  private final ConnectionListener listener;
  private final CompletableFuture<Release> ended = new CompletableFuture<>();

  private volatile Status status = Status.OPENING;
  private volatile boolean acknowledged;
  private volatile long epoch = UNDECIDED;

  /** The connection whose place this one claimed, until this one's handshake is complete. */
  private volatile Connection predecessor;

  // Only touched on the event loop.
  private Runnable closeOnceOpen;
  private final Ending ending;

  /**
   * A connection that has not been upgraded yet.
   *
   * @param number unique in this server, see {@link Registry#nextNumber()}
   * @param session the login this connection stands for
   */
  public Connection(
      long number, UserKey key, String session, Channel channel, ConnectionListener listener) {
    this.number = number;
    this.key = key;
    this.session = session;
    this.channel = channel;
    this.listener = listener;
    this.ending = new Ending(channel);
    channel.closeFuture().addListener(future -> end());
  }

  /** Unique in this server, for example {@code c17}. */
  public String id() {
    return "c" + number;
  }

  /** What its id is made of: later connections have greater numbers. */
  long number() {
    return number;
  }

  /** Whose it is. */
  public UserKey key() {
    return key;
  }

  /** The user who owns it, without the tenant. */
  public String user() {
    return key.user();
  }

  /** Greater than that of any connection that got a place before it; 0 before it has one. */
  public long epoch() {
    return epoch;
  }

  /** The login it stands for. */
  public String session() {
    return session;
  }

  /** When it was made. */
  public Instant since() {
    return since;
  }

  /** Where it stands now. */
  public Status status() {
    return status;
  }

  /** Whether its 101 has been written. */
  public boolean acknowledged() {
    return acknowledged;
  }

  /** The channel underneath, for what only a fault does. */
  public Channel channel() {
    return channel;
  }

  /** The event loop on which everything about this connection happens. */
  public EventLoop eventLoop() {
    return channel.eventLoop();
  }

  /** Completes, with what ended it, when TCP has ended; never exceptionally. */
  public CompletionStage<Release> ended() {
    return ended.minimalCompletionStage();
  }

  /** Whether what the peer sends takes effect: not any more once a Close was sent or received. */
  public boolean served() {
    return status == Status.OPENING || status == Status.OPEN;
  }

  /** Whether a takeover is what made the server close it. Call it on the event loop. */
  public boolean superseded() {
    return ending.isTakeover();
  }

  /**
   * What a look at it on its event loop gives. Other threads that ask {@link #status()} may be told
   * what is about to change: a client can have read the 101 before the server has noted it.
   */
  public <T> CompletionStage<T> look(Function<Connection, T> view) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    if (!onEventLoop(() -> seen.complete(view.apply(this)))) {
      seen.complete(view.apply(this));
    }
    return seen;
  }

  /** Its 101 has been written. Call it on the event loop. */
  public void opened() {
    if (status != Status.OPENING) {
      return;
    }
    status = Status.OPEN;
    acknowledged = true;
    listener.opened(this);
    if (closeOnceOpen != null) {
      closeOnceOpen.run();
    }
  }

  /**
   * Sends a text message, unless the connection is not open or its peer reads too slowly.
   *
   * @return whether the message was accepted for sending; not whether it arrived
   */
  public CompletionStage<Boolean> send(String text) {
    CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    Runnable write =
        () -> {
          boolean open = status == Status.OPEN && channel.isWritable();
          if (open) {
            channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
          }
          accepted.complete(open);
        };
    if (!onEventLoop(write)) {
      accepted.complete(false);
    }
    return accepted;
  }

  /**
   * Starts the closing handshake. The first call counts, later ones do nothing. Before the 101 is
   * written it is put off until then, because a Close frame would otherwise precede the 101.
   */
  public void close(CloseSignal signal) {
    Asked asked = new Asked(!eventLoop().inEventLoop());
    onEventLoop(
        () -> {
          asked.taken(id());
          close(signal, asked);
        });
  }

  private void close(CloseSignal signal, Asked asked) {
    if (status == Status.OPENING && closeOnceOpen == null) {
      closeOnceOpen = () -> close(signal, asked);
    } else if (status == Status.OPEN) {
      sendClose(signal, asked);
    }
  }

  /** The peer's Close frame: the echo of ours, or the beginning of its own closing handshake. */
  public void closeReceived(CloseWebSocketFrame frame, Duration force) {
    if (served()) {
      status = Status.CLOSING;
      ending.reply(frame, force);
    } else {
      ending.echoed();
    }
  }

  /** Fails the connection (RFC 6455 section 7.1.7): Close frame, then TCP, without an echo. */
  public void fail(CloseSignal signal) {
    Asked asked = new Asked(false);
    onEventLoop(
        () -> {
          if (status == Status.OPEN) {
            sendClose(signal, asked).addListener(ChannelFutureListener.CLOSE);
          } else {
            channel.close();
          }
        });
  }

  /** Ends TCP without a Close frame, as a takeover. No honest server does. */
  public void drop() {
    onEventLoop(
        () -> {
          if (status != Status.ENDED) {
            status = Status.SUPERSEDED;
            ending.drop();
          }
        });
  }

  @Override
  public String toString() {
    return id() + " of " + key + " (" + status.label() + ")";
  }

  void decided(long place) {
    epoch = place;
  }

  void follow(Connection incumbent) {
    predecessor = incumbent;
  }

  Connection predecessor() {
    return predecessor;
  }

  private ChannelFuture sendClose(CloseSignal signal, Asked asked) {
    boolean takeover = signal.cause() == CloseSignal.Cause.TAKEOVER;
    status = takeover ? Status.SUPERSEDED : Status.CLOSING;
    return ending
        .begin(signal)
        .addListener(
            written -> {
              if (written.isSuccess()) {
                listener.closeSent(this, signal, asked.since());
                asked.told(this, takeover);
              }
            });
  }

  private void end() {
    status = Status.ENDED;
    Release release = ending.over();
    listener.ended(this, release);
    ended.complete(release);
  }

  private boolean onEventLoop(Runnable task) {
    if (eventLoop().inEventLoop()) {
      task.run();
      return true;
    }
    try {
      eventLoop().execute(task);
      return true;
    } catch (RejectedExecutionException expected) {
      return false; // the server has stopped, and the channel with it
    }
  }

  /** Itself and those whose places it stands in, newest first, without those that have ended. */
  static List<Connection> chain(Connection newest) {
    return Stream.iterate(newest, c -> c != null, Connection::predecessor)
        .filter(c -> c.status() != Status.ENDED)
        .toList();
  }
}
