package io.solewire.profile;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Percent-encodes a value that is put into the path or the query of a URL. Stateless and
 * thread-safe.
 *
 * <p>Everything but the unreserved characters of RFC 3986 section 2.3 is encoded as UTF-8.
 */
public final class UrlEscape implements UnaryOperator<String> {

  /** The only one. */
  public static final UrlEscape COMPONENT = new UrlEscape();

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private UrlEscape() {}

  @Override
  public String apply(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format("%%%02X", b));
      }
    }
    return encoded.toString();
  }
}
