package io.solewire.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules, read from {@code rules.yaml} beside this class. Immutable and thread-safe. */
public final class RuleBook {

  private static final RuleBook CURRENT = read();

  private final Map<String, Rule> rules;

  private RuleBook(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /**
   * The rules of this release.
   *
   * @return the book
   */
  public static RuleBook current() {
    return CURRENT;
  }

  /**
   * All rules.
   *
   * @return in the order of the book
   */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /**
   * Looks up a rule that must be there.
   *
   * @param id such as {@code A1}
   * @return the rule
   * @throws IllegalArgumentException if there is none
   */
  public Rule rule(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no such rule: " + id));
  }

  /**
   * Looks up a rule.
   *
   * @param id such as {@code A1}
   * @return the rule, if there is one
   */
  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * Reads a book.
   *
   * @param yaml in the form of {@code rules.yaml}
   * @return the book
   * @throws IllegalStateException if a rule lacks a part
   */
  public static RuleBook of(InputStream yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Object entry : (List<?>) ((Map<?, ?>) document).get("rules")) {
      Rule rule = rule((Map<?, ?>) entry);
      rules.put(rule.id(), rule);
    }
    return new RuleBook(rules);
  }

  private static RuleBook read() {
    try (InputStream in = RuleBook.class.getResourceAsStream("rules.yaml")) {
      return of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rule book", e);
    }
  }

  private static Rule rule(Map<?, ?> entry) {
    Object needs = entry.get("needs");
    return new Rule(
        text(entry, "id"),
        Level.valueOf(text(entry, "level")),
        text(entry, "group"),
        text(entry, "title"),
        text(entry, "observed"),
        text(entry, "why"),
        text(entry, "check"),
        needs == null ? List.of() : ((List<?>) needs).stream().map(String::valueOf).toList(),
        Axis.valueOf(text(entry, "axis").toUpperCase(java.util.Locale.ROOT)),
        Optional.ofNullable(entry.get("untestable")).map(String::valueOf),
        entry.get("since") instanceof Integer since ? since : 1);
  }

  private static String text(Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    if (value == null) {
      throw new IllegalStateException("rules.yaml: " + entry.get("id") + " has no " + key);
    }
    return String.valueOf(value).strip();
  }
}
