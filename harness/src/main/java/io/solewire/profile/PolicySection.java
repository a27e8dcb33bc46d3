package io.solewire.profile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code policy}, {@code max} and {@code damper}. Stateless. */
final class PolicySection {

  private PolicySection() {}

  static Policy read(Node document) {
    Map<String, Policy.Kind> words = new LinkedHashMap<>();
    words.put("newest-wins", Policy.Kind.NEWEST_WINS);
    words.put("refuse-newcomer", Policy.Kind.REFUSE_NEWCOMER);
    words.put("none", Policy.Kind.NONE);
    return new Policy(
        document.at("policy").choice(words).orElse(Policy.Kind.NEWEST_WINS),
        document.at("max").integer(1, Integer.MAX_VALUE).orElse(1),
        damper(document.at("damper")));
  }

  private static Optional<Policy.Damper> damper(Node node) {
    if (!node.isMappingOf(Keys.DAMPER)) {
      return Optional.empty();
    }
    node.at("after").require("the number of takeovers before it sets in");
    node.at("in").require("the window they are counted in, such as 5s");
    return Optional.of(
        new Policy.Damper(
            node.at("after").integer(1, Integer.MAX_VALUE).orElse(1),
            node.at("in").duration(Duration.ZERO)));
  }
}
