package io.solewire.conformance.run;

import io.solewire.rule.CaseGlob;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which cases are asked for, by globs over their ids: {@code D4}, {@code D*}, {@code
 * D4.late-close*}. Immutable. A glob without a dot names rules.
 *
 * @param only if not empty, the cases that match one of these
 * @param skip not those that match one of these
 */
public record Selection(List<String> only, List<String> skip) {

  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), List.of());

  /** The cases that are asked for. */
  public List<CaseInfo> of(List<CaseInfo> cases) {
    return cases.stream()
        .filter(c -> only.isEmpty() || only.stream().anyMatch(glob -> names(glob, c)))
        .filter(c -> skip.stream().noneMatch(glob -> names(glob, c)))
        .toList();
  }

  /** The globs that match no case at all. */
  public List<String> idle(List<CaseInfo> cases) {
    return Stream.concat(only.stream(), skip.stream())
        .filter(glob -> cases.stream().noneMatch(c -> names(glob, c)))
        .toList();
  }

  private static boolean names(String glob, CaseInfo info) {
    return new CaseGlob(glob).matches(info.id());
  }
}
