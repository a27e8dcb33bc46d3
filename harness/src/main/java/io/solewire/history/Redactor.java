package io.solewire.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one door at which secrets are taken out of whatever is written. Immutable and thread-safe.
 * Knows each secret as it is, percent-encoded and in Base64; it does not find a secret that was
 * hashed or cut in two.
 */
public final class Redactor {

  /** What stands in place of a secret. */
  public static final String MASK = "***";

  /** Takes nothing out. */
  public static final Redactor NONE = new Redactor(Set.of());

  private final List<String> secrets;

  /**
   * Makes a door for these secrets.
   *
   * @param values the secret texts
   */
  public Redactor(Set<String> values) {
    Set<String> forms = new LinkedHashSet<>();
    for (String value : values) {
      forms.add(value);
      forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
      forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      forms.add(Base64.getEncoder().encodeToString(bytes));
      forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    forms.remove("");
    List<String> longestFirst = new ArrayList<>(forms);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    secrets = List.copyOf(longestFirst);
  }

  /**
   * Takes the secrets out of a text.
   *
   * @param text the text, or null
   * @return the text with each secret replaced by {@value #MASK}
   */
  public String clean(String text) {
    if (text == null || secrets.isEmpty()) {
      return text;
    }
    String cleaned = text;
    for (String secret : secrets) {
      cleaned = cleaned.replace(secret, MASK);
    }
    return cleaned;
  }

  byte[] cleanJson(byte[] json) {
    return clean(new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }
}
