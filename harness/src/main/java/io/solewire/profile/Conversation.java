package io.solewire.profile;

import io.solewire.dialect.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said after the upgrade until the connection is admitted, and for the life of the
 * connection after that. Immutable.
 *
 * @param steps sent and expected in this order
 * @param decides the step at which the server takes over: 0 is the upgrade, n the n-th step
 *     (counted from 1 over sends and expects alike); always 0 or a send
 * @param replies heartbeats answered for the life of the connection
 * @param admission the signal by which the connection counts as admitted
 * @param epoch captured variable that must rise with each takeover (rule D3)
 * @param dialect how packets become messages; empty where messages are said as they are, and in a
 *     profile that was stored
 */
public record Conversation(
    List<Step> steps,
    int decides,
    List<Reply> replies,
    Admission admission,
    Optional<String> epoch,
    Optional<Dialect> dialect) {

  /** Number of {@link #decides()} when the server decides at the upgrade itself. */
  public static final int UPGRADE = 0;

  /** The same up to the deciding step, which is never said, so that nobody is ever admitted. */
  public Conversation undecided() {
    List<Step> before = new ArrayList<>(steps.subList(0, decides - 1));
    Match nothing = new Match(false, Template.of("{undecided}"));
    before.add(new Step.Expect(nothing, Duration.ofDays(1), Map.of()));
    return new Conversation(
        List.copyOf(before),
        UPGRADE,
        replies,
        new Admission.DialogueEnd(),
        Optional.empty(),
        dialect);
  }

  /** The same with other steps, as many and of the same kinds. */
  Conversation with(List<Step> others) {
    return new Conversation(List.copyOf(others), decides, replies, admission, epoch, dialect);
  }
}
