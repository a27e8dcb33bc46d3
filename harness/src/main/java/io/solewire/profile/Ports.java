package io.solewire.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The loopback ports that a target is given when it is started: {@code {port}} of a profile, and
 * {@code {port2}} to {@code {port4}} for further nodes and for what these need. Immutable.
 *
 * @param numbers {@value #COUNT} different ports
 */
public record Ports(List<Integer> numbers) {

  /** How many ports a target is given, whether it uses them or not. */
  public static final int COUNT = 4;

  private static final int LARGEST = 65_535;

  /** What stands for a port while nothing is started: 1, 2, 3, 4. */
  public static final Ports NONE =
      new Ports(IntStream.rangeClosed(1, COUNT).boxed().collect(Collectors.toList()));

  /** Copies the list. */
  public Ports {
    numbers = List.copyOf(numbers);
    if (numbers.size() != COUNT || numbers.stream().distinct().count() != COUNT) {
      throw new IllegalArgumentException("expected " + COUNT + " different ports, not " + numbers);
    }
  }

  /**
   * Reads what {@link #text} wrote. If there are fewer, the numbers behind the last one that are
   * not given make up for the rest.
   *
   * @param text such as {@code 4711,4712,4713,4714}, or {@code 8080}
   * @return the ports
   * @throws IllegalArgumentException if it is no such text; the message says what was expected
   */
  public static Ports of(String text) {
    List<Integer> given =
        Stream.of(text.split(",")).flatMap(n -> Notation.integer(n, 1, LARGEST).stream()).toList();
    int wanted = text.split(",", -1).length;
    if (given.size() != wanted || wanted > COUNT) {
      throw new IllegalArgumentException(
          "'" + text + "': expected 1 to " + COUNT + " ports from 1 to " + LARGEST);
    }
    List<Integer> all = new ArrayList<>(given);
    int next = all.get(all.size() - 1);
    while (all.size() < COUNT) {
      next = next == LARGEST ? 1 : next + 1;
      if (!given.contains(next)) {
        all.add(next);
      }
    }
    return new Ports(all);
  }

  /** The first one: what is meant where one port is meant. */
  public int first() {
    return numbers.get(0);
  }

  /** The names of the variables, in order. */
  static List<String> names() {
    return IntStream.range(0, COUNT).mapToObj(Ports::name).toList();
  }

  /** What the ports are called in templates. */
  public Variables variables() {
    Variables known = Variables.NONE;
    for (int i = 0; i < COUNT; i++) {
      known = known.with(name(i), Integer.toString(numbers.get(i)));
    }
    return known;
  }

  private static String name(int index) {
    return index == 0 ? "port" : "port" + (index + 1);
  }

  /** For another process, which reads it by {@link #of}. */
  public String text() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
