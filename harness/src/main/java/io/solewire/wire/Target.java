package io.solewire.wire;

import io.solewire.profile.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a Wire leads. Immutable.
 *
 * @param uri ws or wss URI with the user filled in
 * @param tls how to end TLS for wss
 * @param connectWithin bound on TCP and TLS together
 */
public record Target(URI uri, Optional<Tls> tls, Duration connectWithin) {

  /** True for wss. */
  public boolean secure() {
    return "wss".equals(uri.getScheme());
  }

  /** The port, with the scheme's default. */
  public int port() {
    return uri.getPort() >= 0 ? uri.getPort() : secure() ? 443 : 80;
  }

  /** The value of the Host header (RFC 9112 section 3.2). */
  public String authority() {
    boolean usual = uri.getPort() < 0 || uri.getPort() == (secure() ? 443 : 80);
    return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** Path and query as they stand in the request line. */
  public String resource() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
