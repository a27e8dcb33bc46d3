package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.judge.Finding;
import io.solewire.profile.Policy.Damper;
import io.solewire.profile.Profile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers how often each user came lately, where the profile declares a damper: a window forgets
 * who came before it, and a server does not. Not thread-safe. Memory grows with the population and
 * what comes within the damper's time.
 */
final class Damping {

  /** The rule of newcomers that are refused. */
  private static final String WELCOME = "A3";

  /** A window is judged when it is over: a refusal may be judged so much later. */
  private static final long KEPT_NANOS = 60_000_000_000L;

  private final Optional<Damper> damper;
  private final Map<String, Deque<Long>> asked = new HashMap<>();

  Damping(Profile profile) {
    this.damper = profile.policy().damper();
  }

  void accept(Event event) {
    if (damper.isEmpty() || !Boolean.TRUE.equals(event.detail().decides())) {
      return;
    }
    Deque<Long> instants = asked.computeIfAbsent(event.user(), u -> new ArrayDeque<>());
    instants.addLast(event.t());
    long since = event.t() - damper.get().in().toNanos() - KEPT_NANOS;
    while (instants.getFirst() < since) {
      instants.removeFirst();
    }
  }

  /** The same, withdrawn if it speaks of a refusal that the damper may have made. */
  Finding weighed(Finding finding) {
    return finding.isBad() && finding.rule().equals(WELCOME) && mayHaveSetIn(finding)
        ? finding.withdrawn("the user came so often that a declared damper may have refused it")
        : finding;
  }

  /** It counts from its time before the request on, and decides until the refusal. */
  private boolean mayHaveSetIn(Finding finding) {
    return damper
        .filter(
            declared -> {
              long since = finding.from() - declared.in().toNanos();
              return asked.getOrDefault(finding.user(), new ArrayDeque<>()).stream()
                      .filter(t -> t >= since && t <= finding.to())
                      .count()
                  > declared.after();
            })
        .isPresent();
  }
}
