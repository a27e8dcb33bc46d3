package io.solewire.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that can be written down beforehand: {@code token-of-U} for the user U; with a secret,
 * {@code token-of-U.S}, where S is HMAC-SHA256(secret, U) in base64url without padding. Both name
 * the user, so that a token of another user is told from one of nobody. Good in every tenant, and
 * for ever. Thread-safe.
 */
public final class Tokens {
  private static final String PREFIX = "token-of-";
  private static final String ALGORITHM = "HmacSHA256";

  private final Optional<String> secret;

  /** Signed by the secret, if there is one. */
  public Tokens(Optional<String> secret) {
    this.secret = secret;
  }

  /** The token of a user. */
  public String of(String user) {
    return PREFIX + user + secret.map(key -> "." + signature(key, user)).orElse("");
  }

  /** Whose token it is; empty if it is nobody's. */
  Optional<String> userOf(String token) {
    int end = secret.isPresent() ? token.lastIndexOf('.') : token.length();
    if (!token.startsWith(PREFIX) || end <= PREFIX.length()) {
      return Optional.empty();
    }
    String user = token.substring(PREFIX.length(), end);
    return Optional.of(user).filter(named -> MessageDigest.isEqual(bytes(of(named)), bytes(token)));
  }

  private static String signature(String key, String user) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes(key), ALGORITHM));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(user)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
