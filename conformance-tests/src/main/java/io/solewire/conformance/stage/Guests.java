package io.solewire.conformance.stage;

import io.solewire.history.Role;
import io.solewire.profile.EffectMessage;
import io.solewire.profile.Login;
import io.solewire.profile.Presence;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.record.Users;
import io.solewire.record.Watching;
import io.solewire.wire.UpgradeRequest;
import io.solewire.wire.WirePlan;
import java.util.function.Supplier;

/**
 * Connections beside those of the user that a case is about, which stand under that user in the
 * history: who breaks in, who watches, who has the same id elsewhere. Thread-safe.
 */
public final class Guests {

  /** A nonce that is as good as any for handshakes that never complete. */
  private static final String KEY = "c29sZXdpcmUtc29sZXdpcg==";

  private final Profile profile;
  private final Users users;
  private final Supplier<String> newUser;
  private final Connections connections;

  Guests(Profile profile, Users users, Supplier<String> newUser, Connections connections) {
    this.profile = profile;
    this.users = users;
    this.newUser = newUser;
    this.connections = connections;
  }

  /** Begins a login that is not the user's, and does not wait. */
  public Connection intruder(String user, Login login) {
    Profile wrong = login.in(profile);
    Variables variables = users.variables(user).with("other", newUser.get());
    return open(wrong, user, Role.INTRUDER, login.name(), variables);
  }

  /** Connects somebody who is shown a user's coming and going. */
  public Connection observer(String user) {
    Presence presence = profile.capabilities().presence().orElseThrow();
    return watching(presence.in(profile), user, Watching.PRESENCE);
  }

  /**
   * Connects somebody to whom what a user sends is addressed: the {@link EffectMessage}'s canary.
   */
  public Connection witness(String user) {
    return watching(profile, user, "");
  }

  private Connection watching(Profile how, String user, String what) {
    Connection watching = open(how, user, Role.OBSERVER, what, users.variables(newUser.get()));
    watching.admitted();
    watching.answers();
    return watching;
  }

  /** Begins to connect a user of another tenant, and does not wait. */
  public Connection inTenant(String tenant, String user) {
    Variables variables = users.variables(user).with("tenant", tenant);
    return open(profile, user + " of tenant " + tenant, Role.SUBJECT, "", variables);
  }

  /** Begins to connect with this id, under another user in the history, and does not wait. */
  public Connection spelled(String user, String id, String note) {
    return open(profile, user, Role.SUBJECT, note, users.variables(id));
  }

  /** Opens TCP for a handshake that the script never completes. */
  public Connection incomplete(String user, String kind) {
    Variables variables = users.variables(user);
    Connection connection = connections.add(profile, user, Role.INCOMPLETE, kind, variables);
    connection.open(WirePlan.PLAIN, false);
    return connection;
  }

  /** Connects and stops before the step at which the server takes over. */
  public Connection undecided(String user, String kind) {
    return open(profile.undecided(), user, Role.INCOMPLETE, kind, users.variables(user));
  }

  /** The head of the upgrade request that would be sent on a connection. */
  public UpgradeRequest request(Connection connection) {
    return UpgradeRequest.of(connection.call(), KEY);
  }

  private Connection open(Profile how, String user, Role role, String note, Variables variables) {
    Connection connection = connections.add(how, user, role, note, variables);
    connection.open(WirePlan.PLAIN, true);
    return connection;
  }
}
