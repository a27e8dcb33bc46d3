package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code dialogue}, {@code decides}, {@code replies}, {@code admitted} and {@code epoch}.
 * Stateless.
 */
final class ConversationSection {

  private static final String UPGRADE = "upgrade";

  private ConversationSection() {}

  static Conversation read(Node document) {
    Scope scope = document.reading().scope().with("user");
    DialogueSection dialogue = DialogueSection.read(document.at("dialogue"), scope);
    boolean silent = document.at("dialogue").items().isEmpty();
    int decides = decides(document.at("decides"), dialogue.sends());
    Admission admission = admission(document.at("admitted"), scope, silent);
    if (admission instanceof Admission.Open && decides > Conversation.UPGRADE) {
      document
          .at("admitted")
          .problem("dialogue-end, or decides: upgrade; open comes before step " + decides);
    }
    return new Conversation(
        dialogue.steps(),
        decides,
        replies(document.at("replies"), scope, dialogue),
        admission,
        epoch(document.at("epoch"), dialogue),
        DialectSection.read(document.at("dialect")));
  }

  private static int decides(Node node, List<Integer> sends) {
    int fallback = sends.isEmpty() ? Conversation.UPGRADE : sends.get(sends.size() - 1);
    String steps =
        sends.isEmpty()
            ? "there is no send step"
            : "or a send step: " + String.join(", ", sends.stream().map(String::valueOf).toList());
    return node.value(
            "upgrade (or 0); " + steps,
            text ->
                text.equals(UPGRADE)
                    ? Optional.of(Conversation.UPGRADE)
                    : Notation.integer(text, 0, Integer.MAX_VALUE)
                        .filter(step -> step == Conversation.UPGRADE || sends.contains(step)))
        .orElse(fallback);
  }

  private static List<Reply> replies(Node node, Scope scope, DialogueSection dialogue) {
    return node.items().stream()
        .filter(item -> item.isMappingOf(Keys.REPLY))
        .flatMap(item -> reply(item, scope, dialogue).stream())
        .toList();
  }

  private static Optional<Reply> reply(Node item, Scope scope, DialogueSection dialogue) {
    Optional<String> on = item.oneOf("on", "on-hex");
    Optional<String> send = item.oneOf("send", "send-hex");
    if (on.isEmpty() || send.isEmpty()) {
      return Optional.empty();
    }
    Payload answer = Matches.payload(item, send.get(), scope.with(dialogue.captured()));
    return Matches.match(item.at(on.get()), on.get().equals("on-hex"), scope)
        .map(match -> new Reply(match, answer));
  }

  private static Admission admission(Node node, Scope scope, boolean silent) {
    Admission open = new Admission.Open();
    Admission end = new Admission.DialogueEnd();
    Admission fallback = silent ? open : end;
    if (node.present() && !node.isScalar()) {
      return message(node, scope).orElse(fallback);
    }
    Map<String, Admission> words = Map.of("open", open, "dialogue-end", end);
    Optional<Admission> named =
        node.value(
            "open, dialogue-end, or a mapping with matches",
            text -> Optional.ofNullable(words.get(text)));
    if (silent && named.filter(Admission.DialogueEnd.class::isInstance).isPresent()) {
      node.problem("open, or a mapping with matches: there is no dialogue");
    }
    return named.orElse(fallback);
  }

  private static Optional<Admission> message(Node node, Scope scope) {
    if (!node.isMappingOf(Keys.ADMITTED)) {
      return Optional.empty();
    }
    return node.oneOf("matches", "matches-hex")
        .flatMap(key -> Matches.match(node.at(key), key.equals("matches-hex"), scope))
        .map(Admission.Message::new);
  }

  private static Optional<String> epoch(Node node, DialogueSection dialogue) {
    Optional<String> name = node.text();
    if (name.isPresent() && !dialogue.captured().contains(name.get())) {
      node.problem(
          dialogue.captured().isEmpty()
              ? "the name of a captured variable; the dialogue captures none"
              : "a captured variable: " + String.join(", ", dialogue.captured()));
    }
    return name;
  }
}
