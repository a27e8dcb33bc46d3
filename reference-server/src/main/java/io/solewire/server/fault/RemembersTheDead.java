package io.solewire.server.fault;

import io.solewire.server.registry.Claim;
import io.solewire.server.registry.Connection;
import io.solewire.server.registry.PresenceListener;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Who is there stands in a file that outlives a crash; the next server on the same port believes it
 * and refuses those users for a while (MongooseIM #406; EMQX PR #17424). An orderly stop removes
 * the file.
 */
final class RemembersTheDead implements Behaviour {
  private static final long BELIEVED_NANOS = TimeUnit.SECONDS.toNanos(10);
  private final long started = System.nanoTime();
  private Set<UserKey> dead;
  private Roll roll;

  @Override
  public void claim(Registry registry, Connection newcomer, Consumer<Claim> next) {
    int port = ((InetSocketAddress) newcomer.channel().localAddress()).getPort();
    next.accept(isBelievedThere(port, newcomer.key()) ? Claim.REFUSED : registry.claim(newcomer));
  }

  /** The port is known when the first one comes. */
  private synchronized boolean isBelievedThere(int port, UserKey user) {
    if (roll == null) {
      roll = Roll.at(port);
      dead = roll.read();
      roll.remove();
    }
    return System.nanoTime() - started < BELIEVED_NANOS && dead.contains(user);
  }

  @Override
  public synchronized void online(PresenceListener observers, UserKey user) {
    roll.come(user);
    observers.online(user);
  }

  @Override
  public synchronized void offline(PresenceListener observers, UserKey user) {
    roll.go(user);
    observers.offline(user);
  }

  @Override
  public void stopped(int port) {
    Roll.at(port).remove();
  }
}
