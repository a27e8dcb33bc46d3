package io.solewire.conformance.run;

import java.util.List;
import java.util.regex.Pattern;
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
        .filter(c -> only.isEmpty() || only.stream().anyMatch(glob -> matches(glob, c.id())))
        .filter(c -> skip.stream().noneMatch(glob -> matches(glob, c.id())))
        .toList();
  }

  /** The globs that match no case at all. */
  public List<String> idle(List<CaseInfo> cases) {
    return Stream.concat(only.stream(), skip.stream())
        .filter(glob -> cases.stream().noneMatch(c -> matches(glob, c.id())))
        .toList();
  }

  private static boolean matches(String glob, String id) {
    String whole = glob.contains(".") ? glob : glob + ".*";
    StringBuilder regex = new StringBuilder();
    for (char ch : whole.toCharArray()) {
      regex.append(ch == '*' ? ".*" : ch == '?' ? "." : Pattern.quote(String.valueOf(ch)));
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(id).matches();
  }
}
