package io.solewire.server.fault;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One named way of getting the rule wrong. Immutable.
 *
 * @param name as on the command line, kebab-case
 * @param sentence what the server then does, in the present tense, after "the server"
 * @param rules ids of the rules it breaks, the one it is made for first
 * @param citation a real server that did it, or a sentence saying that none was found
 * @param making makes the behaviour for one server
 */
public record Fault(
    String name,
    String sentence,
    List<String> rules,
    String citation,
    Function<FaultSetting, Behaviour> making) {

  /** Rejects missing parts. */
  public Fault {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(citation, "citation");
    Objects.requireNonNull(making, "making");
    rules = List.copyOf(rules);
  }

  /** The behaviour of a server with this fault. */
  public Behaviour behaviour(FaultSetting setting) {
    return making.apply(setting);
  }

  @Override
  public String toString() {
    return name;
  }
}
