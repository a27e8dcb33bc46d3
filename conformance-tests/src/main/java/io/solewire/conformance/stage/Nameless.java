package io.solewire.conformance.stage;

import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.wire.Call;
import io.solewire.wire.Target;
import java.net.URI;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Calls that name no user. Stateless. */
final class Nameless {

  private Nameless() {}

  /**
   * The call that is made for a user, but with the user's id empty, or its parameter left out.
   *
   * @throws CannotGoOnException if the profile sends no user id that could be
   */
  static Call call(Profile profile, Variables user, boolean leftOut) {
    Call named = Call.of(profile, user, UnaryOperator.identity());
    Call empty = Call.of(profile, user.with("user", ""), UnaryOperator.identity());
    boolean inUrl = !named.target().uri().equals(empty.target().uri());
    boolean inHead = inUrl || !named.headers().equals(empty.headers());
    if (!inHead && profile.conversation().steps().isEmpty()) {
      throw new CannotGoOnException("the profile sends no user id that could be empty");
    }
    return leftOut ? without(empty, named.target().uri()) : empty;
  }

  private static Call without(Call empty, URI named) {
    Target target = empty.target();
    URI uri = target.uri();
    if (uri.getRawQuery() == null) {
      return empty;
    }
    String[] full = named.getRawQuery().split("&", -1);
    String[] bare = uri.getRawQuery().split("&", -1);
    String kept =
        Arrays.stream(bare)
            .filter(part -> Arrays.asList(full).contains(part))
            .collect(Collectors.joining("&"));
    String text = uri.toString();
    String base = text.substring(0, text.indexOf('?'));
    URI cut = URI.create(kept.isEmpty() ? base : base + "?" + kept);
    Target to = new Target(cut, target.tls(), target.connectWithin());
    return new Call(to, empty.headers(), empty.subprotocols(), empty.variables(), empty.node());
  }
}
