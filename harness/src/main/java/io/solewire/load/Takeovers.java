package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.judge.Takeover;
import io.solewire.profile.Profile;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The takeovers in a load's history while it streams by, warm-up included, as the load's numbers
 * count them. Not thread-safe. Memory grows with the population.
 */
public final class Takeovers {

  private final Profile profile;
  private final Consumer<Seen> consumer;
  private final Windows windows;

  /**
   * One of them.
   *
   * @param takeover who took over from whom
   * @param concurrent true if another connect of the user met that of either: neither was decided
   *     when the other was asked for, so that nobody knows whom the incumbent's end was for
   */
  public record Seen(Takeover takeover, boolean concurrent) {}

  /**
   * Begins.
   *
   * @param profile the one that the load was judged by
   * @param consumer is handed each takeover once, when its user's connections have settled
   */
  public Takeovers(Profile profile, Consumer<Seen> consumer) {
    this.profile = profile;
    this.consumer = consumer;
    this.windows = new Windows(profile.policy().max(), this::look);
  }

  /**
   * Takes in the next event.
   *
   * @param event those of one connection in the order in which they happened
   */
  public void accept(Event event) {
    windows.accept(event);
  }

  /** Nothing comes any more: hands on what is left. */
  public void finish() {
    windows.finish();
  }

  private void look(Window window) {
    of(profile, window)
        .map(
            takeover ->
                new Seen(
                    takeover,
                    Met.another(takeover.newcomer(), window.user().traces())
                        || Met.another(takeover.incumbent(), window.user().traces())))
        .forEach(consumer);
  }

  /** Those of a window that no later one shows again. */
  static Stream<Takeover> of(Profile profile, Window window) {
    return Takeover.of(profile, window.user()).stream()
        .filter(takeover -> window.settled().contains(takeover.incumbent().conn()));
  }
}
