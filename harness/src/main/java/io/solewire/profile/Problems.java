package io.solewire.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a document. Not thread-safe. */
final class Problems {

  private static final int MAX_VALUE_LENGTH = 100;
  private static final Comparator<Problem> DOCUMENT_ORDER =
      Comparator.comparing((Problem p) -> p.line() == 0)
          .thenComparing(Problem::file)
          .thenComparingInt(Problem::line);

  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String key, String value, String expected) {
    found.add(new Problem(place.file(), place.line(), printable(key), value, expected));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading if there is a problem.
   *
   * @param secrets texts that must not be shown
   * @throws ProfileException with all problems, in the order of the document
   */
  void throwIfAny(Collection<String> secrets) throws ProfileException {
    if (!found.isEmpty()) {
      throw new ProfileException(
          found.stream().map(p -> shown(p, secrets)).distinct().sorted(DOCUMENT_ORDER).toList());
    }
  }

  /** An exception with one problem. */
  static ProfileException single(Place place, String expected) {
    return new ProfileException(
        List.of(new Problem(place.file(), place.line(), "", "", printable(expected))));
  }

  private static Problem shown(Problem p, Collection<String> secrets) {
    String value = printable(Redaction.apply(p.value(), secrets));
    if (value.length() > MAX_VALUE_LENGTH) {
      value = value.substring(0, MAX_VALUE_LENGTH) + "…";
    }
    String expected = printable(Redaction.apply(p.expected(), secrets));
    return new Problem(Redaction.apply(p.file(), secrets), p.line(), p.key(), value, expected);
  }

  /** Control characters could move the cursor of a terminal: they are shown as escapes. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
