package io.solewire.server.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.solewire.server.registry.UserKey;
import java.util.Locale;
import java.util.Optional;

/**
 * The one place where a name becomes a key, so that admission, eviction, routing and presence agree
 * (rule H1), and where a token is checked before anything happens to an incumbent (rule A4).
 * Thread-safe.
 *
 * <p>Case counts, unless it is folded; Unicode form and blanks always count.
 */
public final class Identity {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final String BEARER = "Bearer ";

  private final Access access;
  private final Tokens tokens;
  private final boolean foldCase;

  /**
   * Keys by these rules.
   *
   * @param foldCase whether {@code Bob} and {@code bob} are one user
   */
  public Identity(Access access, boolean foldCase) {
    this.access = access;
    this.tokens = new Tokens(access.secret());
    this.foldCase = foldCase;
  }

  /** The key of a user. */
  public UserKey key(String tenant, String user) {
    return new UserKey(tenant, folded(user));
  }

  /** Upper case first: some letters have two lower cases, such as the Greek sigma. */
  private String folded(String user) {
    return foldCase ? user.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : user;
  }

  /**
   * The user of an upgrade.
   *
   * @throws RefusedException with 401 if there is no token of anybody, 403 if it is another's
   * @throws IllegalArgumentException if no user is named, or in no readable way
   */
  public UserKey visitor(Target target, HttpHeaders headers) throws RefusedException {
    Optional<String> named = access.byToken() ? Optional.empty() : Optional.of(target.user());
    return key(target.tenant(), settled(named, token(target, headers)));
  }

  /**
   * Checks an observer, who need not name a user.
   *
   * @throws RefusedException as for a visitor
   * @throws IllegalArgumentException as for a visitor
   */
  public void observer(Target target, HttpHeaders headers) throws RefusedException {
    Optional<String> named = access.byToken() ? Optional.empty() : target.given("user");
    if (access.required()) {
      settled(named, token(target, headers));
    }
  }

  /**
   * The user of a first message.
   *
   * @param named empty if it names none
   * @param token empty if it carries none
   * @throws RefusedException with 400 if no user is named, else as for a visitor
   */
  public UserKey introduced(String tenant, Optional<String> named, Optional<String> token)
      throws RefusedException {
    Optional<String> user = access.byToken() ? Optional.empty() : named.filter(n -> !n.isEmpty());
    if (user.isEmpty() && !access.byToken()) {
      throw new RefusedException(400, "user is missing or empty");
    }
    return key(tenant, settled(user, token));
  }

  /** The user that name and token agree on; there is one of the two at least. */
  private String settled(Optional<String> named, Optional<String> token) throws RefusedException {
    if (!access.required()) {
      return named.orElseThrow();
    }
    Optional<String> owner = token.flatMap(tokens::userOf);
    if (owner.isEmpty()) {
      throw new RefusedException(UNAUTHORIZED, "token is missing or wrong");
    }
    if (named.isPresent() && !folded(named.get()).equals(folded(owner.get()))) {
      throw new RefusedException(FORBIDDEN, "the token is not that of user " + named.get());
    }
    return owner.get();
  }

  /** The header counts before the parameter; in it, what is no ASCII is percent-encoded. */
  private static Optional<String> token(Target target, HttpHeaders headers) {
    String header = headers.get(HttpHeaderNames.AUTHORIZATION, "");
    boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer
        ? Optional.of(UserKey.fromPath(header.substring(BEARER.length()).strip()))
        : target.given("token");
  }
}
