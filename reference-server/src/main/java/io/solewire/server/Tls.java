package io.solewire.server;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/**
 * What a server proves its identity by. Immutable.
 *
 * @param certificate chain in PEM, a file that can be read
 * @param key its private key in PEM (PKCS #8, no password), a file that can be read
 */
public record Tls(Path certificate, Path key) {
  private static final long FAREWELL_MILLIS = 200;

  /**
   * Checks that both are there.
   *
   * @throws IllegalArgumentException naming the one that is not
   */
  public Tls {
    require("certificate", certificate);
    require("key", key);
  }

  /**
   * What connections are wrapped in.
   *
   * @throws ServerStartException if the files hold no certificate and its key
   */
  SslContext context() throws ServerStartException {
    try {
      return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
          .sslProvider(SslProvider.JDK)
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new ServerStartException(
          "no PEM certificate and PKCS #8 key in " + certificate + " and " + key + ": " + e, e);
    }
  }

  /** For one connection: a peer that does not read must not keep its end waiting. */
  static SslHandler handler(SslContext context, Channel channel) {
    SslHandler handler = context.newHandler(channel.alloc());
    handler.setCloseNotifyFlushTimeoutMillis(FAREWELL_MILLIS);
    return handler;
  }

  private static void require(String what, Path file) {
    if (file == null || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "tls " + what + " must be a file that can be read: " + file);
    }
  }
}
