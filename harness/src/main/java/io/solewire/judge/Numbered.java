package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Delivery;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Numbered messages that are published all through takeovers. F2: none comes twice. F3: none is
 * lost. F4: on each connection they come in order.
 */
final class Numbered implements Judge {

  private static final long WITHIN = 1_250_000_000L;

  private final String rule;

  private Numbered(String rule) {
    this.rule = rule;
  }

  /** All three. */
  static List<Judge> all() {
    return List.of(new Numbered("F2"), new Numbered("F3"), new Numbered("F4"));
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> readers =
        user.as(Role.SUBJECT).stream().filter(t -> t.fault(Faults.NUMBERED).isPresent()).toList();
    List<UserTraces.Published> accepted =
        user.published().stream().filter(UserTraces.Published::accepted).toList();
    Optional<Delivery> promise = profile.capabilities().delivery();
    if (readers.size() < 2 || !rule.equals("F4") && promise.isEmpty()) {
      return List.of();
    }
    if (accepted.stream().noneMatch(m -> readers.stream().anyMatch(t -> copies(t, m) > 0))) {
      String why = "none of " + accepted.size() + " accepted messages was read anywhere";
      return List.of(say.unseen(expected(), why, readers.get(0).opened(), user.end()));
    }
    if (rule.equals("F3")) {
      return List.of(lost(profile, user, readers, accepted, say));
    }
    Optional<Wrong> wrong =
        rule.equals("F2") ? twice(readers, accepted) : disordered(readers, accepted);
    return List.of(conclude(promise, readers.get(0).opened(), user.end(), wrong, say));
  }

  private Finding lost(
      Profile profile,
      UserTraces user,
      List<Trace> readers,
      List<UserTraces.Published> accepted,
      Say say) {
    List<UserTraces.Published> missing = missing(readers, accepted, readUntil(readers, user.end()));
    List<UserTraces.Published> lost =
        missing.stream().filter(m -> !leftByAll(profile, user, readers, m.t())).toList();
    long from = readers.get(0).opened();
    int toNobody = missing.size() - lost.size();
    if (lost.isEmpty() && toNobody > 0) {
      String why = toNobody + " came when the latest connection had been closed, not by a takeover";
      return say.unseen(expected(), why, from, user.end());
    }
    Optional<Wrong> wrong = never(lost, accepted.size());
    return conclude(profile.capabilities().delivery(), from, user.end(), wrong, say);
  }

  private String expected() {
    return switch (rule) {
      case "F2" -> "each message is read once over all connections of the user";
      case "F3" -> "each accepted message is read on one of the user's connections";
      default -> "each connection reads the messages in the order they were sent";
    };
  }

  /** What is wrong, and since when it was waited for if it is a matter of time. */
  private record Wrong(String what, long since) {}

  private Finding conclude(
      Optional<Delivery> promise, long from, long to, Optional<Wrong> wrong, Say say) {
    if (wrong.isEmpty()) {
      return say.pass(expected(), "they were", from, to);
    }
    Delivery promised = promise.orElse(Delivery.AT_MOST_ONCE);
    boolean allowed =
        rule.equals("F2") && promised != Delivery.EXACTLY_ONCE
            || rule.equals("F3") && promised == Delivery.AT_MOST_ONCE;
    String what = wrong.get().what();
    if (allowed) {
      return say.pass(expected(), what + ", which the promised delivery allows", from, to);
    }
    Finding broken = say.broken(expected(), what, from, to);
    long since = wrong.get().since();
    return since == NEVER ? broken : broken.overdue(since, since + WITHIN, to);
  }

  private static Optional<Wrong> twice(List<Trace> readers, List<UserTraces.Published> messages) {
    List<String> ids = new ArrayList<>();
    for (UserTraces.Published message : messages) {
      if (readers.stream().mapToLong(t -> copies(t, message)).sum() > 1) {
        ids.add(message.id());
      }
    }
    return some(ids, messages.size(), "came more than once", NEVER);
  }

  /** What had time to come and did not. */
  private static List<UserTraces.Published> missing(
      List<Trace> readers, List<UserTraces.Published> messages, long end) {
    return messages.stream()
        .filter(m -> m.answered() + WITHIN <= end)
        .filter(m -> readers.stream().noneMatch(t -> copies(t, m) > 0))
        .toList();
  }

  /** True if the latest connection was closed by then, or soon after, for a reason of its own. */
  private static boolean leftByAll(
      Profile profile, UserTraces user, List<Trace> readers, long published) {
    return readers.stream()
        .filter(t -> t.admitted() <= published)
        .max(Comparator.comparingLong(Trace::admitted))
        .filter(t -> t.evicted() < published + WITHIN)
        .filter(t -> Evictions.givenUp(profile, t) || !Evictions.caused(user, t))
        .flatMap(t -> Evictions.excuse(profile, t))
        .isPresent();
  }

  private static Optional<Wrong> never(List<UserTraces.Published> missing, int all) {
    List<String> ids = missing.stream().map(UserTraces.Published::id).toList();
    long first = missing.stream().mapToLong(UserTraces.Published::answered).min().orElse(NEVER);
    return some(ids, all, "were accepted and never came", first);
  }

  /** From then on none of the connections was there to read anything. */
  private static long readUntil(List<Trace> readers, long end) {
    long last =
        readers.stream().mapToLong(t -> Math.min(t.ending().ours(), t.evicted())).max().orElse(end);
    return Math.min(end, last);
  }

  private static Optional<Wrong> some(List<String> ids, int all, String what, long since) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wrong(
                ids.size() + " of " + all + " messages " + what + ", such as " + ids.get(0),
                since));
  }

  private static Optional<Wrong> disordered(
      List<Trace> readers, List<UserTraces.Published> messages) {
    for (Trace reader : readers) {
      long latest = 0;
      String before = "";
      for (UserTraces.Published message : messages) {
        long first = first(reader, message);
        if (first != NEVER && first < latest) {
          String what = reader.conn() + " read " + message.id() + " before " + before;
          return Optional.of(new Wrong(what, NEVER));
        }
        if (first != NEVER && first > latest) {
          latest = first;
          before = message.id();
        }
      }
    }
    return Optional.empty();
  }

  private static long copies(Trace reader, UserTraces.Published message) {
    return reader.texts().stream().filter(t -> t.text().contains(message.id())).count();
  }

  /** Its place among all that the connection read. */
  private static long first(Trace reader, UserTraces.Published message) {
    for (int i = 0; i < reader.texts().size(); i++) {
      if (reader.texts().get(i).text().contains(message.id())) {
        return i;
      }
    }
    return NEVER;
  }
}
