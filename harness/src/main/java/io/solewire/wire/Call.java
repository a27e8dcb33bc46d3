package io.solewire.wire;

import io.solewire.profile.Endpoint;
import io.solewire.profile.Profile;
import io.solewire.profile.UrlEscape;
import io.solewire.profile.Variables;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is called: the target with one user's variables filled in. Immutable.
 *
 * @param target where to
 * @param headers of the upgrade, with Host as the target knows itself
 * @param subprotocols offered in this order
 * @param variables the user's
 * @param node which of the profile's URLs it is, counted from 0
 */
public record Call(
    Target target,
    Map<String, String> headers,
    List<String> subprotocols,
    Variables variables,
    int node) {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /**
   * Fills in the variables, for the first of a profile's URLs.
   *
   * @param profile of the target
   * @param variables at least the user
   * @param spelling what is done to a value in the URL after it was escaped
   * @return the call
   */
  public static Call of(Profile profile, Variables variables, UnaryOperator<String> spelling) {
    return of(profile, variables, spelling, 0);
  }

  /**
   * Fills in the variables.
   *
   * @param profile of the target
   * @param variables at least the user
   * @param spelling what is done to a value in the URL after it was escaped
   * @param node which of the profile's URLs, counted from 0
   * @return the call
   */
  public static Call of(
      Profile profile, Variables variables, UnaryOperator<String> spelling, int node) {
    Endpoint endpoint = profile.endpoint();
    UnaryOperator<String> escape = text -> spelling.apply(UrlEscape.COMPONENT.apply(text));
    URI uri = URI.create(endpoint.urls().get(node).render(variables, escape));
    Target target = new Target(uri, endpoint.tls(), CONNECT_WITHIN);
    Map<String, String> headers = new LinkedHashMap<>();
    endpoint.headers().forEach((name, value) -> headers.put(name, value.render(variables)));
    headers.put("Host", target.authority());
    List<String> subprotocols =
        endpoint.subprotocols().stream().map(name -> name.render(variables)).toList();
    return new Call(target, headers, subprotocols, variables, node);
  }
}
