package io.solewire.server.fault;

/**
 * "Closes all connections of the user", the newcomer's included, as a kick by group does
 * (telefonicaid/notification_server #145). A first connection is left alone.
 */
final class KillsBoth implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    Behaviour.super.evict(takeover);
    takeover.newcomer().close(takeover.signal());
  }
}
