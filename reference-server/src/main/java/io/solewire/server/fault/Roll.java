package io.solewire.server.fault;

import io.solewire.server.registry.UserKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is connected to the server on a port, in a file to which each coming and going is appended.
 * Not thread-safe.
 */
final class Roll {
  private static final String COME = "+";
  private static final String GONE = "-";
  private final Path file;

  private Roll(Path file) {
    this.file = file;
  }

  static Roll at(int port) {
    return new Roll(Path.of(System.getProperty("java.io.tmpdir"), "solewire-" + port + ".roll"));
  }

  /**
   * Those that came and have not gone; nobody if there is no file.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  Set<UserKey> read() {
    Set<UserKey> there = new HashSet<>();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        UserKey user = user(line.substring(1));
        if (line.startsWith(COME)) {
          there.add(user);
        } else {
          there.remove(user);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return there;
  }

  void come(UserKey user) {
    append(COME + line(user));
  }

  void go(UserKey user) {
    append(GONE + line(user));
  }

  /**
   * There is no file afterwards.
   *
   * @throws UncheckedIOException if it cannot be removed
   */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String line) {
    try {
      Files.writeString(
          file,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(UserKey user) {
    return encoded(user.tenant()) + " " + encoded(user.user()) + "\n";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static UserKey user(String line) {
    int space = line.indexOf(' ');
    return new UserKey(decoded(line.substring(0, space)), decoded(line.substring(space + 1)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
