package io.solewire.server.fault;

import io.netty.handler.codec.http.HttpHeaders;
import io.solewire.server.identity.Identity;
import io.solewire.server.identity.RefusedException;
import io.solewire.server.identity.Target;
import io.solewire.server.registry.UserKey;
import java.util.Optional;

/**
 * A token opens the door, but the name on the claim is believed: a valid token of B with the id of
 * A takes A's place (mosquitto #3553).
 */
final class TrustsClaimedUser implements Behaviour {
  private static final int ANOTHERS = 403;

  /** The honest look at the token. */
  private interface Check {
    UserKey run() throws RefusedException;
  }

  @Override
  public UserKey visitor(Identity identity, Target target, HttpHeaders headers)
      throws RefusedException {
    return claimed(
        identity, target.tenant(), target.given("user"), () -> identity.visitor(target, headers));
  }

  @Override
  public UserKey introduced(
      Identity identity, String tenant, Optional<String> named, Optional<String> token)
      throws RefusedException {
    return claimed(identity, tenant, named, () -> identity.introduced(tenant, named, token));
  }

  private static UserKey claimed(
      Identity identity, String tenant, Optional<String> named, Check check)
      throws RefusedException {
    try {
      UserKey owner = check.run();
      return named.filter(user -> !user.isEmpty()).map(u -> identity.key(tenant, u)).orElse(owner);
    } catch (RefusedException e) {
      if (e.status() != ANOTHERS) {
        throw e;
      }
      return identity.key(tenant, named.orElseThrow());
    }
  }
}
