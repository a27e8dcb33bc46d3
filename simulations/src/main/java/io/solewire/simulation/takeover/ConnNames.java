package io.solewire.simulation.takeover;

import java.util.stream.IntStream;

/** Names of connections within their user: one text for the many that have the same. Stateless. */
final class ConnNames {

  private static final String[] FIRST =
      IntStream.range(0, 100).mapToObj(ConnNames::name).toArray(String[]::new);

  private ConnNames() {}

  /** Of the n-th one, from 1. */
  static String of(int n) {
    return n < FIRST.length ? FIRST[n] : name(n);
  }

  private static String name(int n) {
    return "c" + n;
  }
}
