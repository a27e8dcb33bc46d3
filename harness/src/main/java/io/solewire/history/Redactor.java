package io.solewire.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.solewire.profile.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one door at which secrets are taken out of whatever is written. Thread-safe. Knows each
 * secret as it is, percent-encoded, in Base64 and as it stands in JSON, and the beginning of one at
 * the end of a text that was shortened; it does not find a secret that was hashed, or put together
 * with something else before it was encoded.
 */
public final class Redactor {

  /** What stands in place of a secret. */
  public static final String MASK = "***";

  /** Takes nothing out. */
  public static final Redactor NONE = new Redactor(Set.of());

  /** A shorter beginning of a secret at the end of a text is chance. */
  private static final int LEAST_TELLING = 3;

  private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");

  private final Secrets known;
  private volatile Forms forms;

  /** What is looked for, of so many secrets. */
  private record Forms(int count, List<String> longestFirst) {}

  /**
   * Makes a door for these secrets.
   *
   * @param values the secret texts
   */
  public Redactor(Set<String> values) {
    this(new Secrets(values));
  }

  /**
   * Makes a door for secrets that may become more.
   *
   * @param known those that are known at any time
   */
  public Redactor(Secrets known) {
    this.known = known;
    this.forms = forms(known);
  }

  private List<String> secrets() {
    Forms current = forms;
    if (current.count() != known.count()) {
      current = forms(known);
      forms = current;
    }
    return current.longestFirst();
  }

  private static Forms forms(Secrets known) {
    int count = known.count();
    Set<String> forms = new LinkedHashSet<>();
    for (String value : known.values()) {
      String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
      String component =
          form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"); // RFC 3986
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      String json = new String(JsonStringEncoder.getInstance().quoteAsString(value));
      forms.addAll(List.of(value, form, component, lowerHex(form), lowerHex(component), json));
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    List<String> longestFirst = new ArrayList<>(forms);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    return new Forms(count, List.copyOf(longestFirst));
  }

  /** True if there is nothing to take out. */
  public boolean isOpen() {
    return secrets().isEmpty();
  }

  /**
   * Takes the secrets out of a text.
   *
   * @param text the text, or null
   * @return the text with each secret replaced by {@value #MASK}
   */
  public String clean(String text) {
    List<String> secrets = secrets();
    if (text == null || secrets.isEmpty()) {
      return text;
    }
    String cleaned = text;
    for (String secret : secrets) {
      cleaned = cleaned.replace(secret, MASK);
    }
    return cleaned.endsWith(Detail.CUT) ? cleanEnd(cleaned, secrets) : cleaned;
  }

  /** A text that was shortened may end in the beginning of a secret. */
  private String cleanEnd(String text, List<String> secrets) {
    String kept = text.substring(0, text.length() - Detail.CUT.length());
    int longest = 0;
    for (String secret : secrets) {
      for (int n = Math.min(secret.length() - 1, kept.length()); n > longest; n--) {
        if (kept.endsWith(secret.substring(0, n))) {
          longest = n;
        }
      }
    }
    return longest < LEAST_TELLING
        ? text
        : kept.substring(0, kept.length() - longest) + MASK + Detail.CUT;
  }

  private static String lowerHex(String encoded) {
    return HEX.matcher(encoded).replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
  }

  Header clean(Header header) {
    return new Header(
        header.format(),
        header.rules(),
        header.seed(),
        clean(header.target()),
        clean(header.url()),
        header.profileDigest(),
        clean(header.profile()),
        header.load());
  }
}
