package io.solewire.profile;

import java.util.Optional;

/** Reads {@code probe}. Stateless. */
final class ProbeSection {

  private ProbeSection() {}

  static Probe read(Node node, Iterable<Step> steps) {
    if (node.isScalar()) {
      node.value(
          "ping, or a mapping with send and expect",
          text -> text.equals("ping") ? Optional.of(text) : Optional.empty());
      return new Probe.Ping();
    }
    if (!node.isMappingOf(Keys.PROBE)) {
      return new Probe.Ping();
    }
    Scope scope = node.reading().scope().with("user", "probe");
    for (Step step : steps) {
      if (step instanceof Step.Expect expect) {
        scope = scope.with(expect.capture().keySet());
      }
    }
    Scope known = scope;
    Optional<String> send = node.oneOf("send", "send-hex");
    Optional<String> expect = node.oneOf("expect", "expect-hex");
    Optional<Payload> question = send.map(key -> Matches.payload(node, key, known));
    Optional<Match> answer =
        expect.flatMap(key -> Matches.match(node.at(key), key.equals("expect-hex"), known));
    return question.isPresent() && answer.isPresent()
        ? new Probe.Exchange(question.get(), answer.get())
        : new Probe.Ping();
  }
}
