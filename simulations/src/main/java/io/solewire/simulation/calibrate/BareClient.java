package io.solewire.simulation.calibrate;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.solewire.profile.Tls;
import io.solewire.wire.TlsContexts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/**
 * A closed loop of users that take over from themselves as fast as the server lets them, without
 * Gatling, history or judges. It measures throughput and nothing else. One main thread, event loops
 * as many as processors.
 */
public final class BareClient implements AutoCloseable {

  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** Between two that come to stay: 2,000 a second. */
  private static final long BETWEEN_NANOS = 450_000;

  private final MultiThreadIoEventLoopGroup group;
  private final BareUser.Context context;
  private final int users;

  /**
   * Prepares one.
   *
   * @param url ws or wss URL with {@code {user}}; no dialogue; any certificate is trusted
   * @param users that work side by side
   * @throws IllegalStateException if this platform has no TLS
   */
  public BareClient(String url, int users) {
    boolean epoll = Epoll.isAvailable();
    this.users = users;
    this.group =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("bare", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    URI uri = URI.create(url.replace("{user}", "USER"));
    this.context =
        new BareUser.Context(
            new InetSocketAddress(uri.getHost(), port(uri)),
            uri,
            epoll ? EpollSocketChannel.class : NioSocketChannel.class,
            "wss".equals(uri.getScheme()) ? trusting() : null);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : "wss".equals(uri.getScheme()) ? 443 : 80;
  }

  private static SSLContext trusting() {
    try {
      return TlsContexts.of(
          Optional.of(new Tls(Optional.empty(), Optional.empty(), Optional.empty(), true)));
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * Works for a while.
   *
   * @param work what
   * @param duration how long, after ten seconds that do not count
   * @return times per second
   * @throws IllegalStateException if nothing came of it
   */
  public double perSecond(Work work, Duration duration) {
    List<BareUser> all = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      BareUser user = new BareUser(context, group.next(), work, i);
      all.add(user);
      user.begin();
    }
    park(WARM_UP);
    long before = done(all);
    long from = System.nanoTime();
    park(duration);
    long done = done(all) - before;
    double seconds = (System.nanoTime() - from) / 1e9;
    all.forEach(BareUser::end);
    long failed = all.stream().mapToLong(BareUser::failed).sum();
    if (done == 0 || failed > done) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s: %d done, %d failed", work, done, failed));
    }
    return done / seconds;
  }

  private static long done(List<BareUser> users) {
    return users.stream().mapToLong(BareUser::done).sum();
  }

  private static void park(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully();
  }

  /**
   * Connects everybody, who then stay.
   *
   * @param duration how long
   * @return how many are connected at the end
   */
  public long hold(Duration duration) {
    List<BareUser> all = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      BareUser user = new BareUser(context, group.next(), Work.HOLD, i);
      all.add(user);
      user.begin();
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
    park(duration);
    return done(all);
  }

  /**
   * Prints how often per second, or how many were held.
   *
   * @param args URL with {@code {user}}, users, seconds, and what is to be done
   */
  public static void main(String[] args) {
    Duration duration = Duration.ofSeconds(Long.parseLong(args[2]));
    Work work = Work.valueOf(args[3].toUpperCase(Locale.ROOT));
    try (BareClient client = new BareClient(args[0], Integer.parseInt(args[1]))) {
      if (work == Work.HOLD) {
        System.out.printf(Locale.ROOT, "held %d%n", client.hold(duration));
      } else {
        System.out.printf(Locale.ROOT, "%s %.0f/s%n", args[3], client.perSecond(work, duration));
      }
    }
  }
}
