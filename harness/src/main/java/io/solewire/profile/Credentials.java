package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * With what users log in, besides what stands in templates. Immutable.
 *
 * @param rows accounts that are lent out, each with its column {@code user} and others; empty if
 *     user ids are made up
 * @param signIn what is done before a user's first connect
 * @param jwt how a token is made for a user
 */
public record Credentials(
    List<Map<String, String>> rows, Optional<SignIn> signIn, Optional<Jwt> jwt) {

  /** Nothing but templates. */
  public static final Credentials NONE =
      new Credentials(List.of(), Optional.empty(), Optional.empty());

  /** The column that holds the user id. */
  public static final String USER = "user";
}
