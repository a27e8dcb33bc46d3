package io.solewire.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What users do under load, and how often each of it: {@code takeover:6,leave:2}. Immutable.
 *
 * @param weights by what is done; what is not done is missing
 */
public record Mix(Map<Deed, Integer> weights) {

  /** What a user does when it is its turn. */
  public enum Deed {
    /** Connects, and so takes over from itself. */
    TAKEOVER,
    /** Leaves in order: by a Close that is answered. */
    LEAVE,
    /** Is gone without a word: RST. */
    CRASH,
    /** Is sent a message, as the profile says. */
    PUBLISH;

    /** As it is written. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Users only connect. */
  public static final Mix TAKEOVERS = new Mix(Map.of(Deed.TAKEOVER, 1));

  static final String EXPECTED =
      "such as takeover:6,leave:2,crash:1,publish:1, each once, with weights from 1 to 1000,"
          + " takeover among them";

  private static final int MOST = 1_000;

  /** Turns that follow one another are no neighbours to the dice. */
  private static final long FAR = 0xd1342543de82ef95L;

  /** The same seed draws whose turn it is: what is done must not follow from who does it. */
  private static final long OWN = 0x5851f42d4c957f2dL;

  /** Copies the weights. */
  public Mix {
    weights = Map.copyOf(weights);
  }

  /**
   * Reads one.
   *
   * @param text such as {@code takeover:6,leave:2}
   * @return the mix; empty if it is none
   */
  public static Optional<Mix> find(String text) {
    Map<Deed, Integer> weights = new EnumMap<>(Deed.class);
    for (String part : text.split(",", -1)) {
      String[] pair = part.split(":", -1);
      Optional<Deed> deed =
          Arrays.stream(Deed.values()).filter(d -> d.text().equals(pair[0])).findFirst();
      if (deed.isEmpty() || pair.length != 2 || !pair[1].matches("[1-9]\\d{0,3}")) {
        return Optional.empty();
      }
      int weight = Integer.parseInt(pair[1]);
      if (weight > MOST || weights.put(deed.get(), weight) != null) {
        return Optional.empty();
      }
    }
    return weights.containsKey(Deed.TAKEOVER) ? Optional.of(new Mix(weights)) : Optional.empty();
  }

  /** The same without something. */
  public Mix without(Deed deed) {
    return new Mix(
        weights.entrySet().stream()
            .filter(e -> e.getKey() != deed)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * What is done at a turn; the same for the same seed.
   *
   * @param seed of the run
   * @param i number of the turn
   */
  public Deed at(long seed, long i) {
    int left =
        weights.size() == 1 ? 0 : new SplittableRandom(seed ^ OWN + i * FAR).nextInt(sides());
    for (Deed deed : Deed.values()) {
      left -= weights.getOrDefault(deed, 0);
      if (left < 0) {
        return deed;
      }
    }
    throw new IllegalStateException("the dice show more than " + sides());
  }

  private int sides() {
    return weights.values().stream().mapToInt(Integer::intValue).sum();
  }
}
