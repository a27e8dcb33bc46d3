package io.solewire.conformance.run;

import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known about a case without running it. Immutable.
 *
 * @param id its permanent id
 * @param title what it tries
 * @param needs the profile keys that enable it
 * @param policies the policies under which it applies
 * @param since the version of the rules that brought it, or its rule
 * @param method the JUnit method
 */
public record CaseInfo(
    String id,
    String title,
    List<String> needs,
    List<Policy.Kind> policies,
    int since,
    Method method) {

  /**
   * Looks at a method.
   *
   * @param method one that is annotated as a case
   * @return what its annotation says
   */
  public static CaseInfo of(Method method) {
    return of(method, RuleBook.current());
  }

  static CaseInfo of(Method method, RuleBook book) {
    ConformanceCase declared = method.getAnnotation(ConformanceCase.class);
    return new CaseInfo(
        declared.id(),
        declared.title(),
        List.of(declared.needs()),
        List.of(declared.policies()),
        Math.max(declared.since(), book.rule(ruleOf(declared.id())).since()),
        method);
  }

  /** True if it stops the target and starts it again: it runs alone, when all others have ended. */
  boolean restarts() {
    return needs.contains("start");
  }

  /** True if it runs alone, when the others have ended. */
  public boolean isAlone() {
    return restarts() || method.getAnnotation(ConformanceCase.class).alone();
  }

  /** True if it begins before the others, because it waits so long. */
  boolean waits() {
    return method.getAnnotation(ConformanceCase.class).waits();
  }

  /** True if it plays rounds of a race. */
  public boolean races() {
    return method.getAnnotation(ConformanceCase.class).races();
  }

  /**
   * The order in which cases run.
   *
   * @param cases which
   * @return groups that run one after the other, the cases of each side by side
   */
  public static List<List<CaseInfo>> inOrder(List<CaseInfo> cases) {
    List<List<CaseInfo>> groups = new ArrayList<>();
    groups.add(
        cases.stream()
            .filter(c -> !c.isAlone())
            .sorted(Comparator.comparing(c -> !c.waits()))
            .toList());
    cases.stream().filter(c -> c.isAlone() && !c.restarts()).map(List::of).forEach(groups::add);
    cases.stream().filter(CaseInfo::restarts).map(List::of).forEach(groups::add);
    return groups.stream().filter(group -> !group.isEmpty()).toList();
  }

  /** The rule that it is about. */
  public Rule rule() {
    return RuleBook.current().rule(ruleOf(id));
  }

  private static String ruleOf(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  /**
   * Why it does not apply to a target.
   *
   * @param profile the target's profile
   * @return the profile key that would enable it; empty if it applies
   */
  public Optional<String> missing(Profile profile) {
    String waived = profile.notApplicable().get(ruleOf(id));
    if (waived != null) {
      return Optional.of("by the profile's not-applicable: " + waived);
    }
    if (since > profile.rules()) {
      return Optional.of("needs rules: " + since);
    }
    if (!policies.contains(profile.policy().kind())) {
      String names =
          String.join(
              " or ",
              policies.stream()
                  .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                  .toList());
      return Optional.of("needs policy: " + names);
    }
    if (profile.policy().max() > 1 && policies.equals(List.of(Policy.Kind.NEWEST_WINS))) {
      return Optional.of("needs max: 1; cases for more are yet to come");
    }
    return needs.stream()
        .filter(key -> !declares(profile, key))
        .findFirst()
        .map(key -> "needs the profile key " + key);
  }

  private static boolean declares(Profile profile, String key) {
    return Capability.isThere(profile, key);
  }
}
