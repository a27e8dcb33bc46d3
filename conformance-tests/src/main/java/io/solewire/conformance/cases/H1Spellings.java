package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Identity;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** H1: two spellings of a user are one user everywhere or nowhere. */
final class H1Spellings {

  @ConformanceCase(
      id = "H1.declared-spellings",
      title = "users connect whose ids differ in case, in a space at the end, in Unicode's form",
      needs = {"identity", "user, not credentials"},
      waits = true)
  void declaredSpellings(Stage stage) {
    Duration limit = stage.limit();
    List<Connection> apart = new ArrayList<>();
    for (Identity.Aspect aspect : Identity.Aspect.values()) {
      Optional<Boolean> same = stage.profile().capabilities().identity().same(aspect);
      String id = stage.newUser() + ending(aspect);
      String other = other(aspect, id);
      if (same.isPresent() && same.get()) {
        oneUser(stage, id, other, aspect);
      } else if (same.isPresent() && aspect != Identity.Aspect.NUMERIC) {
        apart.add(twoUsers(stage, id, other, aspect, limit));
      }
    }
    stage.awaitAll(apart, c -> !c.isOpen(), limit);
    if (stage.publisher().works()) {
      apart.stream().filter(Connection::isOpen).forEach(c -> stage.publisher().publish(c.user()));
      stage.awaitMessages(apart);
      stage.linger(Waited.ARRIVAL);
    }
    apart.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(apart);
  }

  private static Connection twoUsers(
      Stage stage, String id, String other, Identity.Aspect aspect, Duration limit) {
    Connection first = stage.guests().spelled(id, id, "");
    stage.awaitAll(List.of(first), Connection::isDecided, limit);
    stage.moment();
    first.fault(Faults.SPELLED, other + ", another user by identity." + aspect.key() + ",");
    Connection second = stage.guests().spelled(other, other, "");
    second.fault(Faults.NEXT, null);
    stage.awaitAll(List.of(second), Connection::isDecided, limit);
    return first;
  }

  private static void oneUser(Stage stage, String id, String other, Identity.Aspect aspect) {
    Connection first = stage.guests().spelled(id, id, "").admitted();
    first.answers();
    Connection second =
        stage.guests().spelled(id, other, "the same user by identity." + aspect.key());
    second.admitted();
    stage.settle(List.of(id));
  }

  private static String ending(Identity.Aspect aspect) {
    return switch (aspect) {
      case CASE -> "-bob";
      case WHITESPACE -> "-w";
      case UNICODE -> "-\u00e9";
      case NUMERIC -> "-7";
    };
  }

  private static String other(Identity.Aspect aspect, String id) {
    return switch (aspect) {
      case CASE -> id.substring(0, id.length() - 3) + "Bob";
      case WHITESPACE -> id + " ";
      case UNICODE -> Normalizer.normalize(id, Normalizer.Form.NFD);
      case NUMERIC -> id + ".0";
    };
  }
}
