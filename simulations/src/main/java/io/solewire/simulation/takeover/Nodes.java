package io.solewire.simulation.takeover;

import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.wire.Call;
import java.util.function.UnaryOperator;

/**
 * Where the connections of one user go: to each node of a cluster in turn, and the users begin at
 * different ones. Immutable.
 */
final class Nodes {

  private final Profile profile;
  private final int begin;
  private final Call first;

  Nodes(Profile profile, Variables user, int index) {
    this.profile = profile;
    this.begin = index;
    this.first = Call.of(profile, user, UnaryOperator.identity());
  }

  /** As whom they are made, to the first node. */
  Call first() {
    return first;
  }

  /** The call of a connection, by its number. */
  Call of(int conn) {
    int nodes = profile.endpoint().nodes();
    int node = (begin + conn) % nodes;
    return node == 0 ? first : Call.of(profile, first.variables(), UnaryOperator.identity(), node);
  }
}
