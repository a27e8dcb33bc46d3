package io.solewire.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.netty.handler.ssl.SslContext;
import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.FaultSetting;
import io.solewire.server.http.Closing;
import io.solewire.server.http.Endpoints;
import io.solewire.server.http.HttpApi;
import io.solewire.server.identity.Identity;
import io.solewire.server.identity.Target;
import io.solewire.server.message.Conversation;
import io.solewire.server.message.Topics;
import io.solewire.server.metrics.ServerMetrics;
import io.solewire.server.presence.Observers;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.PresenceListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import io.solewire.server.websocket.Doors;
import io.solewire.server.websocket.UpgradeHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server: {@code ws://host:port/ws?user=U}, and HTTP on the same port. Thread-safe. Its threads
 * are daemons: whoever starts it keeps the process alive. It may be several nodes: then each has a
 * port of its own, and all share one registry, as those of a cluster on one consistent store do.
 */
public final class ReferenceServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceServer.class);
  private static final int LARGEST_BODY = 1 << 20;
  private static final int SLOW_READER = 1 << 20;
  private static final Duration FAREWELL = Duration.ofMillis(500);
  private static final long STOP_MILLIS = 1_000;

  private final ServerConfig config;
  private final Observers observers;
  private final Registry registry;
  private final ServerMetrics metrics = new ServerMetrics();
  private final Behaviour behaviour;
  private final Doors doors;
  private final Endpoints endpoints;
  private final Optional<SslContext> tls;
  private final EventLoopGroup group;
  private final List<Channel> listeners = new ArrayList<>();
  private final Set<Channel> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean killed;

  private ReferenceServer(ServerConfig config) throws ServerStartException {
    this.config = config;
    this.observers = new Observers(signal(1008, "reads too slowly", CloseSignal.Cause.SLOW));
    this.registry = new Registry(config.policy(), new Announcements());
    FaultSetting setting =
        new FaultSetting(
            registry, config.eviction(), config.faultDelay(), config.liveness().idle(), observers);
    this.behaviour =
        config
            .fault()
            .map(fault -> fault.behaviour(setting))
            .or(() -> config.variant().map(variant -> variant.behaviour(setting)))
            .orElse(Behaviour.HONEST);
    Identity identity = new Identity(config.access(), behaviour.foldsCase(config.foldCase()));
    Conversation.Hall hall = new Conversation.Hall(registry, new Topics(), identity, behaviour);
    this.doors =
        new Doors(
            hall, observers, config.eviction(), metrics, config.liveness(), config.compress());
    CloseSignal kick = signal(4410, "closed by operator", CloseSignal.Cause.OPERATOR);
    this.endpoints = new Endpoints(hall, metrics, new Closing(kick, config.force()));
    this.tls =
        config.tls().isPresent() ? Optional.of(config.tls().get().context()) : Optional.empty();
    Transport transport = Transport.choose(config.nativeTransport());
    this.group = transport.group();
    listen(transport, config.port());
    for (int port : config.nodePorts()) {
      listen(transport, port);
    }
  }

  /**
   * Starts a server; it listens when this returns.
   *
   * @throws ServerStartException if the address cannot be listened on, for example because the port
   *     is taken, or if certificate and key cannot be used
   */
  public static ReferenceServer start(ServerConfig config) throws ServerStartException {
    ReferenceServer server = new ReferenceServer(config);
    LOG.info(
        "listening on {} by {}, fault {}, variant {}",
        server.uri(),
        server.listeners.get(0).getClass().getSimpleName(),
        config.fault().map(Object::toString).orElse("none"),
        config.variant().map(Object::toString).orElse("none"));
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return ports().get(0);
  }

  /** Those of all its nodes. */
  public List<Integer> ports() {
    return listeners.stream()
        .map(listener -> ((InetSocketAddress) listener.localAddress()).getPort())
        .toList();
  }

  /** Where it is: {@code http://host:port}, or https. */
  public URI uri() {
    return URI.create((tls.isPresent() ? "https://" : "http://") + authority());
  }

  /** Where its WebSocket endpoint is, without the user: {@code ws://host:port/ws}, or wss. */
  public URI webSocketUri() {
    return URI.create((tls.isPresent() ? "wss://" : "ws://") + authority() + Target.PATH);
  }

  /**
   * Tells every client the shutdown code (rule J2: not the eviction's), waits up to 0.5 s for their
   * echoes, and stops; up to 3 s in all. Does nothing the second time.
   */
  @Override
  public void close() {
    if (over.getAndSet(true)) {
      return;
    }
    int port = port();
    listeners.forEach(listener -> listener.close().awaitUninterruptibly(STOP_MILLIS));
    CloseSignal away =
        signal(config.shutdownCode(), "server is going away", CloseSignal.Cause.SHUTDOWN);
    CloseSignal told = behaviour.farewell(away);
    List<Connection> connections = Stream.concat(registry.all(), doors.guests()).toList();
    connections.forEach(connection -> connection.close(told));
    await(connections.stream().map(each -> each.look(Connection::status)));
    await(connections.stream().map(Connection::ended));
    end();
    behaviour.stopped(port);
  }

  /**
   * Ends as a killed process does, for tests: no Close frame, no farewell, no announcement. TCP has
   * ended and the port is free when this returns. Does nothing if it has ended already; {@link
   * #close()} does nothing afterwards.
   */
  public void kill() {
    if (over.getAndSet(true)) {
      return;
    }
    killed = true;
    observers.disperse();
    listeners.forEach(listener -> listener.close().awaitUninterruptibly(STOP_MILLIS));
    end();
  }

  /**
   * Cuts whatever TCP connections are left, then ends the event loops: one that is told to end
   * while it is busy would leave its channels open for ever.
   */
  private void end() {
    accepted.forEach(channel -> channel.eventLoop().execute(() -> cut(channel)));
    accepted.forEach(channel -> channel.closeFuture().awaitUninterruptibly(STOP_MILLIS));
    group
        .shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_MILLIS);
  }

  /** Past TLS, which would say goodbye. Call it on the event loop. */
  private static void cut(Channel channel) {
    channel.unsafe().close(channel.newPromise());
  }

  private static void await(Stream<? extends CompletionStage<?>> all) {
    CompletableFuture.allOf(
            all.map(CompletionStage::toCompletableFuture).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private CloseSignal signal(int code, String reason, CloseSignal.Cause cause) {
    return new CloseSignal(code, reason, cause, Optional.of(config.cutAfter()));
  }

  private void listen(Transport transport, int port) throws ServerStartException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(transport.channel())
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 4_096)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(SLOW_READER / 2, SLOW_READER))
            .childHandler(new Pipeline())
            .bind(config.host(), port)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      listeners.forEach(Channel::close);
      group.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS);
      throw new ServerStartException(explain(port, bound.cause()), bound.cause());
    }
    listeners.add(bound.channel());
  }

  private String explain(int port, Throwable cause) {
    String why = String.valueOf(cause.getMessage());
    if (why.contains("in use")) {
      return "port " + port + " on " + config.host() + " is taken";
    }
    boolean unknown =
        cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException;
    return "cannot listen on "
        + (config.host() + ":" + port + ": ")
        + (unknown ? "no such host" : why);
  }

  private String authority() {
    String host = config.host();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /** Who comes and goes, for as long as the server is there to notice. */
  private final class Announcements implements PresenceListener {
    @Override
    public void online(UserKey user) {
      if (!killed) {
        behaviour.online(observers, user);
      }
    }

    @Override
    public void offline(UserKey user) {
      if (!killed) {
        behaviour.offline(observers, user);
      }
    }
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      accepted.add(channel);
      channel.closeFuture().addListener(closed -> accepted.remove(channel));
      if (over.get()) {
        cut(channel);
        return;
      }
      ChannelPipeline pipeline = channel.pipeline();
      pipeline.addLast(
          new HttpServerCodec(),
          new HttpObjectAggregator(LARGEST_BODY),
          new UpgradeHandler(doors),
          new HttpApi(endpoints));
      if (config.compress()) {
        pipeline.addBefore(
            pipeline.context(UpgradeHandler.class).name(),
            "compression",
            new WebSocketServerCompressionHandler(LARGEST_BODY));
      }
      behaviour.connected(pipeline);
      tls.ifPresent(context -> pipeline.addFirst(Tls.handler(context, channel)));
    }
  }
}
