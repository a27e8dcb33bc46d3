package io.solewire.server.fault;

/**
 * The older connection is unmapped and no longer read, but neither told nor closed: it looks
 * connected and hears nothing (wingedsheep/argentum-engine PR 664).
 */
final class MutesLoser implements Behaviour {
  @Override
  public void evict(Takeover takeover) {
    takeover.incumbents().forEach(incumbent -> incumbent.channel().config().setAutoRead(false));
  }
}
