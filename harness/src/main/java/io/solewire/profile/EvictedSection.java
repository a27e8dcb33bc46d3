package io.solewire.profile;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code evicted}. Stateless. */
final class EvictedSection {

  private static final Duration WITHIN = Duration.ofSeconds(1);
  private static final Duration FORCE = Duration.ofSeconds(5);

  private EvictedSection() {}

  static Evicted read(Node node) {
    node.isMappingOf(Keys.EVICTED);
    Scope scope = node.reading().scope().with("user");
    Optional<Match> message = Matches.optional(node, "message", "message-hex", scope);
    Optional<CloseCodes> codes = CodesSection.read(node.at("codes"));
    if (node.at("codes").isEmptyList()) {
      node.at("codes").problem("at least one code");
    }
    Optional<Pattern> reason = node.at("reason").regex();
    Duration within = node.at("within").duration(WITHIN);
    Duration force = node.at("force").duration(FORCE);
    if (within.compareTo(force) > 0) {
      Node late = node.at("within").present() ? node.at("within") : node.at("force");
      late.problem("within (default 1s) to be at most force (default 5s)");
    }
    return new Evicted(
        codes.orElse(CloseCodes.EVICTION),
        codes.isPresent(),
        reason,
        message,
        by(node, message.isPresent()),
        within,
        force);
  }

  private static Set<Evicted.Signal> by(Node node, boolean message) {
    Map<String, Evicted.Signal> words = new LinkedHashMap<>();
    for (Evicted.Signal signal : Evicted.Signal.values()) {
      words.put(signal.name().toLowerCase(Locale.ROOT), signal);
    }
    Set<Evicted.Signal> by = EnumSet.noneOf(Evicted.Signal.class);
    Node list = node.at("by");
    list.items().forEach(item -> item.choice(words).ifPresent(by::add));
    if (!list.present()) {
      by.add(Evicted.Signal.CLOSE);
      if (message) {
        by.add(Evicted.Signal.MESSAGE);
      }
    } else if (list.isEmptyList()) {
      list.problem("at least one of " + String.join(", ", words.keySet()));
    } else if (by.contains(Evicted.Signal.MESSAGE) && !message) {
      list.problem("message", "the key evicted.message, which says what the message looks like");
    }
    return Collections.unmodifiableSet(by);
  }
}
