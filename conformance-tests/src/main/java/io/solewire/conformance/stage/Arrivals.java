package io.solewire.conformance.stage;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.profile.Admission;
import io.solewire.profile.Profile;
import io.solewire.record.Users;
import io.solewire.wire.Call;
import io.solewire.wire.WirePlan;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How the users that a case is about come: at once, held back, or by another name. Thread-safe. */
final class Arrivals {

  private final Profile profile;
  private final Users users;
  private final Connections connections;
  private final Patience patience;

  Arrivals(Profile profile, Users users, Connections connections, Patience patience) {
    this.profile = profile;
    this.users = users;
    this.connections = connections;
    this.patience = patience;
  }

  Connection connect(String user, WirePlan plan) {
    return settled(begin(subject(user), plan));
  }

  Connection connectTo(int node, String user) {
    Call call = Call.of(profile, users.variables(user), UnaryOperator.identity(), node);
    return settled(begin(subject(user, "", call), WirePlan.PLAIN));
  }

  Connection canary(String user) {
    Connection canary = connections.add(profile, user, Role.CANARY, "", users.variables(user));
    return settled(begin(canary, WirePlan.PLAIN));
  }

  Connection spelled(String user, String note, UnaryOperator<String> spelling) {
    Call call = connections.call(profile, user, users.variables(user), spelling);
    return settled(begin(subject(user, note, call), WirePlan.PLAIN));
  }

  Connection open(String user, WirePlan plan) {
    return unsettled(begin(subject(user), plan));
  }

  Connection nameless(String label, String kind, boolean leftOut) {
    Call call = Nameless.call(profile, users.variables(label), leftOut);
    return begin(subject(label, kind, call), WirePlan.PLAIN);
  }

  /** A connection that has its place within the limits, and opens when it is told to. */
  Runnable ready(String user, Consumer<Connection> opened) {
    Connection connection = subject(user);
    return () -> opened.accept(unsettled(begin(connection, WirePlan.PLAIN)));
  }

  private Connection subject(String user) {
    return connections.add(profile, user, Role.SUBJECT, "", users.variables(user));
  }

  private Connection subject(String user, String note, Call call) {
    return connections.add(profile, user, Role.SUBJECT, note, call);
  }

  private static Connection begin(Connection connection, WirePlan plan) {
    connection.open(plan, true);
    return connection;
  }

  /** The upgrade alone is the admission, and nobody has waited for an answer. */
  private Connection unsettled(Connection connection) {
    if (profile.conversation().admission() instanceof Admission.Open) {
      connection.fault(Trace.UNSETTLED, null);
    }
    return connection;
  }

  private Connection settled(Connection connection) {
    connection.admitted();
    if (profile.conversation().admission() instanceof Admission.Open) {
      patience.settle(connection);
    }
    return connection;
  }
}
