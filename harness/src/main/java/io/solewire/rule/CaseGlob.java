package io.solewire.rule;

import java.util.regex.Pattern;

/**
 * Names cases by their ids: {@code D4}, {@code D*}, {@code D4.late-close*}; upper and lower case
 * are the same. Immutable and thread-safe.
 *
 * @param text {@code *} stands for any characters, {@code ?} for one; without a dot it names rules
 */
public record CaseGlob(String text) {

  /**
   * Tells whether it names a case.
   *
   * @param caseId the case's id
   * @return true if it does
   */
  public boolean matches(String caseId) {
    String whole = text.contains(".") ? text : text + ".*";
    StringBuilder regex = new StringBuilder();
    for (char ch : whole.toCharArray()) {
      regex.append(ch == '*' ? ".*" : ch == '?' ? "." : Pattern.quote(String.valueOf(ch)));
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(caseId).matches();
  }
}
