package io.solewire.server.variant;

import io.solewire.server.fault.Behaviour;
import io.solewire.server.fault.FaultSetting;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One way of being right that differs from the honest server's. Immutable.
 *
 * @param name as on the command line, kebab-case
 * @param sentence what the server then does, in the present tense, after "the server"
 * @param seenIn real servers that do it, or a sentence saying that none was found
 * @param overrides what a profile of the server has to say beside what it says of the honest one:
 *     keys and values as {@code --set} takes them; empty if nothing
 * @param terms what it is set to
 * @param making makes the behaviour for one server
 */
public record Variant(
    String name,
    String sentence,
    String seenIn,
    Map<String, String> overrides,
    Terms terms,
    Function<FaultSetting, Behaviour> making) {

  /** Rejects missing parts. */
  public Variant {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(seenIn, "seenIn");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(making, "making");
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  /** The behaviour of such a server. */
  public Behaviour behaviour(FaultSetting setting) {
    return making.apply(setting);
  }

  @Override
  public String toString() {
    return name;
  }
}
