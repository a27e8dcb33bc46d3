package io.solewire.simulation.takeover;

import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.wire.Call;
import java.util.function.UnaryOperator;

/**
 * Where the connections of one user go: to each node of a cluster in turn, and the users begin at
 * different ones. Not thread-safe. What is needed again is kept only of users who come again: of
 * those that are held all the time there may be very many.
 */
final class Nodes {

  private final Profile profile;
  private final Variables user;
  private final int begin;
  private Call kept;

  Nodes(Profile profile, Variables user, int index) {
    this.profile = profile;
    this.user = user;
    this.begin = index;
  }

  /** What the user's templates know. */
  Variables user() {
    return user;
  }

  /** The call of a connection, by its number from 1. */
  Call of(int conn) {
    int node = (begin + conn) % profile.endpoint().nodes();
    if (kept != null && kept.node() == node) {
      return kept;
    }
    Call call = Call.of(profile, user, UnaryOperator.identity(), node);
    kept = conn > 1 ? call : null;
    return call;
  }
}
