package io.solewire.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code dialogue}: its steps, and the variables that they capture. Not thread-safe. */
final class DialogueSection {

  private static final Duration DEFAULT_WITHIN = Duration.ofSeconds(2);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  private final Scope scope;
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> sends = new ArrayList<>();
  private final Set<String> captured = new LinkedHashSet<>();

  private DialogueSection(Scope scope) {
    this.scope = scope;
  }

  static DialogueSection read(Node dialogue, Scope scope) {
    DialogueSection section = new DialogueSection(scope);
    List<Node> items = dialogue.items();
    for (int i = 0; i < items.size(); i++) {
      section.step(items.get(i), i + 1);
    }
    return section;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The numbers of the steps that send, counted from 1. */
  List<Integer> sends() {
    return sends;
  }

  /** The variables that are known once the dialogue has ended. */
  Set<String> captured() {
    return captured;
  }

  private void step(Node item, int number) {
    if (!item.isMappingOf(Keys.STEP)) {
      return;
    }
    String kind = item.oneOf("send", "send-hex", "expect", "expect-hex").orElse("");
    if (kind.startsWith("send")) {
      sends.add(number);
      steps.add(new Step.Send(Matches.payload(item, kind, scope.with(captured))));
    } else if (kind.startsWith("expect")) {
      expect(item.at(kind), kind.endsWith("-hex"));
    }
  }

  private void expect(Node node, boolean binary) {
    Scope known = scope.with(captured);
    if (node.isScalar()) {
      Matches.match(node, binary, known)
          .ifPresent(match -> steps.add(new Step.Expect(match, DEFAULT_WITHIN, Map.of())));
    } else if (node.isMappingOf(binary ? Keys.EXPECT_HEX : Keys.EXPECT)) {
      Duration within = node.at("within").duration(DEFAULT_WITHIN);
      Map<String, Pattern> capture = capture(node.at("capture"));
      Matches.matches(node, binary, known)
          .ifPresent(match -> steps.add(new Step.Expect(match, within, capture)));
      captured.addAll(capture.keySet());
    }
  }

  static Map<String, Pattern> capture(Node capture) {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    capture
        .entries()
        .forEach(
            (name, node) -> {
              if (!NAME.matcher(name).matches() || Scope.RESERVED.contains(name)) {
                node.problem(
                    name,
                    "a name of a-z, 0-9, _ and - that begins with a letter and is none of "
                        + String.join(", ", Scope.RESERVED.stream().sorted().toList()));
              }
              node.regex().ifPresent(pattern -> patterns.put(name, withGroup(node, pattern)));
            });
    return patterns;
  }

  private static Pattern withGroup(Node node, Pattern pattern) {
    if (pattern.matcher("").groupCount() < 1) {
      node.problem("a regular expression with a group, whose text is the value");
    }
    return pattern;
  }
}
