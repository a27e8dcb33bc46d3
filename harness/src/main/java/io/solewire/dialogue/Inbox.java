package io.solewire.dialogue;

import io.solewire.profile.Match;
import io.solewire.profile.Variables;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came in and was not yet made use of, as two streams: text and bytes. A protocol's packet may
 * span frames, and one frame may hold several. Not thread-safe. Bounded: beyond {@value #LIMIT} the
 * oldest is forgotten.
 */
final class Inbox {

  private static final int LIMIT = 1 << 20;

  private final StringBuilder text = new StringBuilder();
  private byte[] bytes = {};
  private int lastMessage;

  void add(boolean binary, byte[] payload) {
    if (binary) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      joined.writeBytes(bytes.length > LIMIT ? new byte[0] : bytes);
      joined.writeBytes(payload);
      bytes = joined.toByteArray();
      return;
    }
    if (text.length() > LIMIT) {
      text.setLength(0);
    }
    lastMessage = text.length();
    text.append(new String(payload, StandardCharsets.UTF_8));
  }

  /**
   * Finds a match, first in the newest message alone, and consumes all up to its end.
   *
   * @return what it was found in: the newest message, or everything
   */
  Optional<String> take(Match match, Variables variables) {
    if (!Messages.known(match, variables)) {
      return Optional.empty();
    }
    return match.binary() ? takeBytes(match, variables) : takeText(pattern(match, variables));
  }

  /** Says so if messages came of the other kind than the one that a match looks into. */
  String otherKind(Match match) {
    if (match.binary()) {
      return bytes.length == 0 && !text.isEmpty()
          ? " (a text message came, and no binary one)"
          : "";
    }
    return text.isEmpty() && bytes.length > 0 ? " (a binary message came, and no text)" : "";
  }

  private Optional<String> takeText(Pattern pattern) {
    int newest = Math.min(lastMessage, text.length());
    int from = newest;
    Matcher matcher = pattern.matcher(text).region(newest, text.length());
    if (!matcher.find()) {
      from = 0;
      matcher = pattern.matcher(text);
      if (!matcher.find()) {
        return Optional.empty();
      }
    }
    int end = matcher.end();
    String consumed = text.substring(from);
    text.delete(0, end);
    lastMessage = 0;
    return Optional.of(consumed);
  }

  private Optional<String> takeBytes(Match match, Variables variables) {
    byte[] wanted = HexFormat.of().parseHex(match.template().render(variables));
    int at = indexOf(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    String consumed = HexFormat.of().formatHex(bytes, 0, at + wanted.length);
    bytes = java.util.Arrays.copyOfRange(bytes, at + wanted.length, bytes.length);
    return Optional.of(consumed);
  }

  private int indexOf(byte[] wanted) {
    String all = HexFormat.of().formatHex(bytes);
    String part = HexFormat.of().formatHex(wanted);
    for (int at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1)) {
      if (at % 2 == 0) {
        return at / 2;
      }
    }
    return -1;
  }

  static Pattern pattern(Match match, Variables variables) {
    return Pattern.compile(match.template().render(variables, Pattern::quote), Pattern.DOTALL);
  }
}
