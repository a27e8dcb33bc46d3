package io.solewire.record;

import io.solewire.dialogue.Messages;
import io.solewire.profile.Probe;
import io.solewire.profile.Variables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The probes of one connection that are still to be answered. Not thread-safe. No two connections
 * of a process send a probe of the same id, and no id is found in another: where an answer is shown
 * to others, as on a channel, it answers none of theirs.
 */
final class Probes {

  private static final String PREFIX = "solewire-";
  private static final AtomicLong COUNT = new AtomicLong();

  private final Probe probe;
  private final List<String> pending = new ArrayList<>();

  Probes(Probe probe) {
    this.probe = probe;
  }

  /** A probe that is to be sent. */
  record Question(String id, boolean ping, boolean binary, byte[] payload) {}

  Question next(Variables variables) {
    String id = "p" + COUNT.incrementAndGet() + "x";
    if (probe instanceof Probe.Exchange exchange) {
      pending.add(id);
      String text = exchange.send().template().render(variables.with("probe", id));
      boolean binary = exchange.send().binary();
      byte[] payload =
          binary ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
      return new Question(id, false, binary, payload);
    }
    return new Question(id, true, false, (PREFIX + id).getBytes(StandardCharsets.UTF_8));
  }

  static boolean isOurs(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8).startsWith(PREFIX);
  }

  static String idOf(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8).substring(PREFIX.length());
  }

  static Optional<String> pong(byte[] payload) {
    return isOurs(payload) ? Optional.of(idOf(payload)) : Optional.empty();
  }

  /** The latest pending probe that a message answers. */
  Optional<String> answered(Variables variables, boolean binary, byte[] payload) {
    if (!(probe instanceof Probe.Exchange exchange)) {
      return Optional.empty();
    }
    if (!exchange.expect().template().variables().contains("probe")) {
      return inOrder(exchange, variables, binary, payload);
    }
    for (int i = pending.size() - 1; i >= 0; i--) {
      String id = pending.get(i);
      Variables known = variables.with("probe", id);
      if (Messages.matches(exchange.expect(), known, binary, payload)) {
        pending.subList(0, i + 1).clear();
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** An answer that does not say which probe it answers is to the oldest one. */
  private Optional<String> inOrder(
      Probe.Exchange exchange, Variables variables, boolean binary, byte[] payload) {
    boolean answers =
        !pending.isEmpty() && Messages.matches(exchange.expect(), variables, binary, payload);
    return answers ? Optional.of(pending.remove(0)) : Optional.empty();
  }
}
