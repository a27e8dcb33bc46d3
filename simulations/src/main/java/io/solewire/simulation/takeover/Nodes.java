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
  private final Variables user;
  private final int begin;

  Nodes(Profile profile, Variables user, int index) {
    this.profile = profile;
    this.user = user;
    this.begin = index;
  }

  /** What the user's templates know. */
  Variables user() {
    return user;
  }

  /** The call of a connection, by its number; made anew, as most users come only now and then. */
  Call of(int conn) {
    int node = (begin + conn) % profile.endpoint().nodes();
    return Call.of(profile, user, UnaryOperator.identity(), node);
  }
}
