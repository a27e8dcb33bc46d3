package io.solewire.profile;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists of close codes, and the sections {@code refused} and {@code closes}. Stateless. */
final class CodesSection {

  private static final CloseCodes SHUTDOWN =
      new CloseCodes(List.of(new CloseCodes.Range(1001, 1001), new CloseCodes.Range(1012, 1012)));

  private CodesSection() {}

  static Optional<CloseCodes> read(Node node) {
    if (!node.present()) {
      return Optional.empty();
    }
    return Optional.of(
        new CloseCodes(
            node.items().stream()
                .flatMap(item -> item.value(Notation.CODE, Notation::codes).stream())
                .toList()));
  }

  static Refused refused(Node node) {
    node.isMappingOf(Keys.REFUSED);
    Set<Integer> status = new LinkedHashSet<>();
    node.at("status").items().forEach(item -> item.integer(200, 599).ifPresent(status::add));
    Scope scope = node.reading().scope().with("user");
    return new Refused(
        Set.copyOf(status),
        read(node.at("codes")).orElse(CloseCodes.NONE),
        Matches.optional(node, "message", "message-hex", scope));
  }

  static Closes closes(Node node) {
    node.isMappingOf(Keys.CLOSES);
    return new Closes(idle(node.at("idle")), read(node.at("shutdown")).orElse(SHUTDOWN));
  }

  private static Optional<Closes.Idle> idle(Node node) {
    if (!node.isMappingOf(Keys.IDLE)) {
      return Optional.empty();
    }
    node.at("after").require("the time without traffic, such as 60s");
    node.at("codes").require("a list of the codes of an idle connection's close");
    Duration after = node.at("after").duration(Duration.ZERO);
    CloseCodes codes = read(node.at("codes")).orElse(CloseCodes.NONE);
    return Optional.of(new Closes.Idle(after, codes));
  }
}
