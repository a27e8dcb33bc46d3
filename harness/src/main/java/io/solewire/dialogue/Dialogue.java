package io.solewire.dialogue;

import io.solewire.profile.Admission;
import io.solewire.profile.Conversation;
import io.solewire.profile.Payload;
import io.solewire.profile.Reply;
import io.solewire.profile.Step;
import io.solewire.profile.Variables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state machine of one connection's dialogue: upgrade, steps, admitted, replies. Not
 * thread-safe: the caller hands it one thing at a time, in the order of the wire.
 */
public final class Dialogue {

  private final Conversation conversation;
  private Inbox inbox;
  private Variables variables;
  private int next;
  private boolean upgraded;
  private boolean admitted;
  private String unsaid;

  /**
   * Begins before the upgrade.
   *
   * @param conversation what is to be said
   * @param variables their values, at least the user
   */
  public Dialogue(Conversation conversation, Variables variables) {
    this.conversation = conversation;
    this.variables = variables;
  }

  /**
   * The server answered 101.
   *
   * @return what is to be done, in this order
   */
  public List<Effect> upgraded() {
    upgraded = true;
    List<Effect> effects = new ArrayList<>();
    if (conversation.admission() instanceof Admission.Open) {
      admit(effects);
    }
    advance(effects);
    return effects;
  }

  /**
   * The server said something.
   *
   * @param binary true for a binary message
   * @param payload the whole message
   * @return what is to be done, in this order
   */
  public List<Effect> heard(boolean binary, byte[] payload) {
    List<Effect> effects = new ArrayList<>();
    if (!upgraded) {
      return effects;
    }
    reply(binary, payload, effects);
    if (conversation.admission() instanceof Admission.Message message
        && Messages.matches(message.match(), variables, binary, payload)) {
      admit(effects);
    }
    if (next < conversation.steps().size()) {
      inbox = inbox == null ? new Inbox() : inbox;
      inbox.add(binary, payload);
      advance(effects);
    }
    return effects;
  }

  private void reply(boolean binary, byte[] payload, List<Effect> effects) {
    for (Reply reply : conversation.replies()) {
      if (Messages.matches(reply.on(), variables, binary, payload)) {
        say(0, reply.send(), effects);
      }
    }
  }

  private void advance(List<Effect> effects) {
    while (next < conversation.steps().size() && take(next, effects)) {
      next++;
    }
    inbox = next < conversation.steps().size() ? inbox : null;
    if (next == conversation.steps().size()
        && conversation.admission() instanceof Admission.DialogueEnd) {
      admit(effects);
    }
  }

  private boolean take(int index, List<Effect> effects) {
    Step step = conversation.steps().get(index);
    if (step instanceof Step.Send send) {
      return say(index + 1, send.payload(), effects);
    }
    Step.Expect expect = (Step.Expect) step;
    Optional<String> heard =
        inbox == null ? Optional.empty() : inbox.take(expect.match(), variables);
    heard.ifPresent(text -> capture(expect.capture(), text));
    return heard.isPresent();
  }

  private void capture(Map<String, Pattern> patterns, String heard) {
    patterns.forEach(
        (name, pattern) -> {
          Matcher matcher = pattern.matcher(heard);
          if (matcher.find()) {
            variables = variables.with(name, matcher.group(matcher.groupCount() > 0 ? 1 : 0));
          }
        });
  }

  /** What cannot be said (a capture did not happen) is not said; the dialogue stops at a step. */
  private boolean say(int step, Payload payload, List<Effect> effects) {
    try {
      String text = payload.template().render(variables);
      byte[] bytes =
          payload.binary() ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
      effects.add(new Effect.Say(step, payload.binary(), bytes));
      return true;
    } catch (IllegalArgumentException e) {
      String what = step == 0 ? "a reply" : "step " + step;
      unsaid = what + " cannot be sent: " + e.getMessage();
      return false;
    }
  }

  /**
   * The last thing that was not said because a variable had no value, or one that is not what it
   * has to be.
   *
   * @return what and why, for people; empty if everything could be said
   */
  public Optional<String> unsaid() {
    return Optional.ofNullable(unsaid);
  }

  private void admit(List<Effect> effects) {
    if (!admitted) {
      admitted = true;
      effects.add(new Effect.Admit());
    }
  }

  /**
   * The variables with all that was captured so far.
   *
   * @return their values
   */
  public Variables variables() {
    return variables;
  }

  /**
   * What the dialogue is waiting for, for a message to people.
   *
   * @return such as {@code step 2, a message that matches "welcome"}
   */
  public String waitingFor() {
    if (!upgraded) {
      return "the 101 response";
    }
    if (next < conversation.steps().size()
        && conversation.steps().get(next) instanceof Step.Expect expect) {
      return "step "
          + (next + 1)
          + ", a message that matches "
          + expect.match().template()
          + (inbox == null ? "" : inbox.otherKind(expect.match()));
    }
    if (next < conversation.steps().size()) {
      return unsaid;
    }
    return admitted ? "nothing" : "the admission signal";
  }
}
