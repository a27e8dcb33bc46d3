package io.solewire.server.identity;

import java.util.Optional;

/**
 * How users prove who they are. Immutable.
 *
 * @param required whether a token is needed at all
 * @param secret with one, tokens are signed; see {@link Tokens}; not blank
 * @param byToken whether the token alone names the user (rule H5)
 */
public record Access(boolean required, Optional<String> secret, boolean byToken) {
  /** Everybody is who they say they are. */
  public static final Access OPEN = new Access(false, Optional.empty(), false);

  /**
   * Checks that the parts agree.
   *
   * @throws IllegalArgumentException naming what does not
   */
  public Access {
    if (secret == null || secret.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("auth secret must not be blank: " + secret);
    }
    if (!required && secret.isPresent()) {
      throw new IllegalArgumentException("auth secret needs auth: " + required);
    }
    if (!required && byToken) {
      throw new IllegalArgumentException("identify by token needs auth: " + required);
    }
  }

  /**
   * Whether the token alone names the user: {@code token} or {@code user}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static boolean byToken(String identify) {
    if (!identify.equals("token") && !identify.equals("user")) {
      throw new IllegalArgumentException("identify must be user or token: " + identify);
    }
    return identify.equals("token");
  }
}
