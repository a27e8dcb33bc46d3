package io.solewire.profile;

import java.time.Duration;
import java.util.Map;

/**
 * A JSON Web Token (RFC 7519) that is made for each user and stands for {@code {token}}. Immutable.
 *
 * @param secret the key of the signature
 * @param algorithm HS256, HS384 or HS512 (RFC 7518 section 3.2)
 * @param claims its claims; {@code iat} and {@code exp} are added
 * @param expires how long it is valid
 */
public record Jwt(
    Template secret, String algorithm, Map<String, Template> claims, Duration expires) {

  /** The variable. */
  public static final String TOKEN = "token";
}
