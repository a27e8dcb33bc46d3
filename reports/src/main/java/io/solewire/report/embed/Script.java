package io.solewire.report.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A script that stands in a page, and its digest, by which the page's policy lets it run and no
 * other (Content Security Policy Level 3, 2.3.1: {@code hash-source}). Immutable and thread-safe.
 *
 * @param text what stands between the tags
 * @param digest as a policy names it, with its quotes
 */
public record Script(String text, String digest) {

  /** The library that draws; it is released under the ISC licence, which its first line names. */
  private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

  private static final Map<String, Script> READ = new ConcurrentHashMap<>();

  /** The library that draws. */
  public static Script d3() {
    return of(D3);
  }

  /**
   * One of ours.
   *
   * @param name its file name, such as {@code page.js}
   */
  public static Script named(String name) {
    return of("/io/solewire/report/" + name);
  }

  private static Script of(String resource) {
    return READ.computeIfAbsent(
        resource,
        r -> {
          String text = read(r);
          return new Script(text, digest(text));
        });
  }

  private static String read(String resource) {
    try (InputStream in = Script.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks " + resource);
      }
      // A browser makes \n of \r\n before it takes the digest.
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      if (text.contains("</script") || text.contains("<!--")) {
        throw new IllegalStateException(resource + " cannot stand in a page");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
