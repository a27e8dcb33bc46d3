package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * D3: epochs rise with each definite later connect, and the survivor of a race has the greatest.
 */
final class EpochRises implements NewestWinsJudge {

  private static final String EXPECTED = "each later admission carries a greater epoch";

  private record Dated(Trace trace, BigInteger epoch) {}

  @Override
  public String rule() {
    return "D3";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> told =
        user.as(Role.SUBJECT).stream()
            .filter(t -> t.epoch().isPresent() && !Evictions.ofEarlierServer(t))
            .toList();
    if (told.size() < 2) {
      return alone(user, told)
          .map(actual -> say.pass(EXPECTED, actual, told.get(0).requested(), user.end()))
          .stream()
          .toList();
    }
    Optional<Trace> odd =
        told.stream().filter(t -> !t.epoch().get().matches("\\d{1,40}")).findFirst();
    long from = told.get(0).requested();
    if (odd.isPresent()) {
      String why = "the epoch \"" + odd.get().epoch().get() + "\" is no whole number";
      return List.of(say.unseen(EXPECTED, why, from, user.end()));
    }
    List<Dated> dated =
        told.stream().map(t -> new Dated(t, new BigInteger(t.epoch().get()))).toList();
    Optional<String> wrong =
        equal(dated).or(() -> falling(dated)).or(() -> lost(profile, user, dated));
    return List.of(
        wrong
            .map(actual -> say.broken(EXPECTED, actual, from, user.end()))
            .orElseGet(
                () -> say.pass(EXPECTED, told.size() + " admissions, rising", from, user.end())));
  }

  /** Of a race one alone may be admitted, and so carry an epoch. */
  private static Optional<String> alone(UserTraces user, List<Trace> told) {
    List<Trace> racers =
        user.as(Role.SUBJECT).stream().filter(t -> t.fault(Faults.RACE).isPresent()).toList();
    return LosersTold.turnedAway(racers, told);
  }

  private static Optional<String> equal(List<Dated> dated) {
    Map<BigInteger, Trace> seen = new HashMap<>();
    for (Dated each : dated) {
      Trace other = seen.put(each.epoch(), each.trace());
      if (other != null) {
        return Optional.of(
            other.conn() + " and " + each.trace().conn() + " both carry " + each.epoch());
      }
    }
    return Optional.empty();
  }

  /** Of those admitted before each one asked, only the greatest matters. */
  private static Optional<String> falling(List<Dated> dated) {
    List<Dated> byAdmission =
        dated.stream().sorted(Comparator.comparingLong(d -> d.trace().admitted())).toList();
    Dated greatest = null;
    int next = 0;
    for (Dated each : dated) { // in the order in which they asked
      while (next < byAdmission.size()
          && byAdmission.get(next).trace().admitted() < each.trace().requested()) {
        Dated earlier = byAdmission.get(next++);
        greatest =
            greatest == null || earlier.epoch().compareTo(greatest.epoch()) > 0
                ? earlier
                : greatest;
      }
      if (greatest != null && greatest.epoch().compareTo(each.epoch()) > 0) {
        return Optional.of(
            each.trace().conn()
                + " carries "
                + each.epoch()
                + ", less than "
                + greatest.epoch()
                + " of "
                + greatest.trace().conn()
                + " before it");
      }
    }
    return Optional.empty();
  }

  /** A survivor that answered, and an evicted one with a greater epoch. */
  private static Optional<String> lost(Profile profile, UserTraces user, List<Dated> dated) {
    Optional<Dated> greatest = dated.stream().max(Comparator.comparing(Dated::epoch));
    Trace holder = greatest.get().trace();
    boolean evicted =
        holder.evicted() != NEVER
            && Evictions.caused(user, holder)
            && Evictions.excuse(profile, holder).isEmpty();
    Optional<Dated> survivor =
        dated.stream()
            .filter(d -> d.trace().evicted() == NEVER)
            .filter(d -> d.trace().answers().answeredAfter(holder.evicted()))
            .findFirst();
    return survivor
        .filter(s -> evicted)
        .map(
            s ->
                s.trace().conn()
                    + " survives with "
                    + s.epoch()
                    + ", but "
                    + holder.conn()
                    + ", which was evicted, carried "
                    + greatest.get().epoch());
  }
}
