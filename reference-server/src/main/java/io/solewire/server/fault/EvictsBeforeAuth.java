package io.solewire.server.fault;

import io.netty.handler.codec.http.HttpHeaders;
import io.solewire.server.identity.Identity;
import io.solewire.server.identity.RefusedException;
import io.solewire.server.identity.Target;
import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Registry;
import io.solewire.server.registry.UserKey;
import java.util.Optional;

/**
 * Whoever names a user evicts its incumbent, and only then is the token looked at
 * (mochi-mqtt/server #35; dotnet/MQTTnet #785).
 */
final class EvictsBeforeAuth implements Behaviour {
  private final Registry registry;
  private final CloseSignal signal;

  EvictsBeforeAuth(FaultSetting setting) {
    this.registry = setting.registry();
    this.signal = setting.signal();
  }

  @Override
  public UserKey visitor(Identity identity, Target target, HttpHeaders headers)
      throws RefusedException {
    target.given("user").ifPresent(named -> evict(identity.key(target.tenant(), named)));
    return identity.visitor(target, headers);
  }

  @Override
  public UserKey introduced(
      Identity identity, String tenant, Optional<String> named, Optional<String> token)
      throws RefusedException {
    named.ifPresent(user -> evict(identity.key(tenant, user)));
    return identity.introduced(tenant, named, token);
  }

  private void evict(UserKey named) {
    registry.holders(named).forEach(incumbent -> incumbent.close(signal));
  }
}
