package io.solewire.profile;

import java.util.Set;

/**
 * The values that must never appear in any output: what {@code {env:…}} gave, and the values of
 * headers that carry credentials. Immutable; its text form shows none of them.
 *
 * @param values the secret texts, none of them empty
 */
public record Secrets(Set<String> values) {

  /** No secrets. */
  public static final Secrets NONE = new Secrets(Set.of());

  @Override
  public String toString() {
    return "Secrets[" + values.size() + "]";
  }
}
