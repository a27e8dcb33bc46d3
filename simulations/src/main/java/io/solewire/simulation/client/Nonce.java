package io.solewire.simulation.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The key of a handshake and the answer to it (RFC 6455 sections 4.1 and 4.2.2). Stateless. */
final class Nonce {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int BYTES = 16;

  private Nonce() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** True if a server's Sec-WebSocket-Accept answers the key. */
  static boolean isAnswered(String key, List<String> accepts) {
    return accepts.size() == 1 && accepts.get(0).equals(answer(key));
  }

  private static String answer(String key) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
