package io.solewire.profile;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values that must never appear in any output: what {@code {env:…}} gave, the values of headers
 * that carry credentials, and whatever a login brought since. Thread-safe; its text form shows none
 * of them.
 */
public final class Secrets {

  private final Set<String> values = ConcurrentHashMap.newKeySet();

  /** With the values that are known at the beginning. */
  public Secrets(Collection<String> known) {
    known.forEach(this::add);
  }

  /** Another one has become known; an empty one is none. */
  public void add(String value) {
    if (!value.isEmpty()) {
      values.add(value);
    }
  }

  /** All that are known now. */
  public Set<String> values() {
    return Set.copyOf(values);
  }

  /** How many are known now; never falls. */
  public int count() {
    return values.size();
  }

  @Override
  public String toString() {
    return "Secrets[" + count() + "]";
  }
}
