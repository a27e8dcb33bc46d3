package io.solewire.profile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what must not be shown in URLs and headers. Stateless. */
final class SecretFinder {

  private static final Set<String> HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");
  private static final Pattern HEADER_WORD = Pattern.compile("token|secret|key|password");
  private static final Pattern QUERY_WORD =
      Pattern.compile("(?i)token|secret|password|key|auth|sig");
  private static final Pattern USER_INFO = Pattern.compile("^[^/?#]*//([^/?#]*)@");
  private static final Pattern QUERY = Pattern.compile("[?&]([^=&#]+)=([^&#]+)");
  private static final int LEAST_LITERAL = 4;

  private SecretFinder() {}

  /** The user information, and literal values of parameters whose name tells. */
  static void inUrl(Template url, Reading reading) {
    String source = url.toString();
    Matcher userInfo = USER_INFO.matcher(source);
    if (userInfo.find() && isLiteral(userInfo.group(1))) {
      String credentials = userInfo.group(1);
      reading.addSecret(credentials);
      reading.addSecret(credentials.substring(credentials.indexOf(':') + 1));
    }
    Matcher parameter = QUERY.matcher(source);
    while (parameter.find()) {
      if (QUERY_WORD.matcher(parameter.group(1)).find() && isLiteral(parameter.group(2))) {
        reading.addSecret(parameter.group(2));
      }
    }
  }

  private static boolean isLiteral(String text) {
    return Matches.sample(Template.of(text), "", s -> s).filter(text::equals).isPresent();
  }

  /** The whole value of a header that carries credentials, as far as it is known now. */
  static void inHeader(String name, Template value, Reading reading) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!HEADERS.contains(lower) && !HEADER_WORD.matcher(lower).find()) {
      return;
    }
    if (value.variables().isEmpty()) {
      Matches.sample(value, "", s -> s).ifPresent(text -> addWithoutScheme(text, reading));
      addWithoutScheme(value.toString(), reading);
    }
    value.visit(
        part -> {
          if (part instanceof TemplatePart.Base64 encoded) {
            encoded.inner().forEach(inner -> addLiteral(inner, reading));
          }
        });
  }

  /** {@code Bearer abc}: the credentials may turn up without the scheme too. */
  private static void addWithoutScheme(String value, Reading reading) {
    reading.addSecret(value.trim());
    reading.addSecret(value.trim().substring(value.trim().indexOf(' ') + 1));
  }

  /** A shared password in {@code {base64:{user}:password}}. */
  private static void addLiteral(TemplatePart part, Reading reading) {
    if (part instanceof TemplatePart.Literal literal) {
      String text = literal.text().replaceAll("^:|:$", "");
      if (text.length() >= LEAST_LITERAL) {
        reading.addSecret(text);
      }
    }
  }
}
