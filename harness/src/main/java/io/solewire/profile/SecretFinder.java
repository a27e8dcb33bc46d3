package io.solewire.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /** A switch such as {@code auth=1} is no secret, and would be found everywhere. */
  private static final int LEAST = 4;

  private static final Pattern QUERY = Pattern.compile("[?&]([^=&#]+)=([^&#]+)");

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
      String value = parameter.group(2);
      boolean telling = QUERY_WORD.matcher(parameter.group(1)).find();
      if (telling && value.length() >= LEAST && isLiteral(value)) {
        reading.addSecret(value);
      }
    }
  }

  /**
   * What one user logs in with, as far as the profile says so: not for the mask, but to find it.
   */
  static Set<String> ofUser(Profile profile, String user) {
    Variables known = profile.variables(user);
    Set<String> found = new TreeSet<>();
    Matcher parameter = QUERY.matcher(profile.endpoint().url().toString());
    while (parameter.find()) {
      if (QUERY_WORD.matcher(parameter.group(1)).find()) {
        rendered(Template.of(parameter.group(2)), known).ifPresent(found::add);
      }
    }
    profile
        .endpoint()
        .headers()
        .forEach(
            (name, value) -> {
              if (tells(name)) {
                rendered(value, known).map(SecretFinder::withoutScheme).ifPresent(found::add);
              }
            });
    found.removeIf(text -> text.length() < LEAST || text.equals(user));
    return found;
  }

  private static Optional<String> rendered(Template value, Variables known) {
    return value.variables().stream().allMatch(name -> known.get(name).isPresent())
        ? Matches.render(value, known)
        : Optional.empty();
  }

  private static boolean tells(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    return HEADERS.contains(lower) || HEADER_WORD.matcher(lower).find();
  }

  private static String withoutScheme(String value) {
    return value.trim().substring(value.trim().indexOf(' ') + 1);
  }

  private static boolean isLiteral(String text) {
    return Matches.sample(Template.of(text), "", s -> s).filter(text::equals).isPresent();
  }

  /** The whole value of a header that carries credentials, as far as it is known now. */
  static void inHeader(String name, Template value, Reading reading) {
    if (!tells(name)) {
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
    reading.addSecret(withoutScheme(value));
  }

  /** A shared password in {@code {base64:{user}:password}}. */
  private static void addLiteral(TemplatePart part, Reading reading) {
    if (part instanceof TemplatePart.Literal literal) {
      String text = literal.text().replaceAll("^:|:$", "");
      if (text.length() >= LEAST) {
        reading.addSecret(text);
      }
    }
  }
}
