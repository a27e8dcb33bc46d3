package io.solewire.profile;

import io.solewire.hint.Nearest;
import io.solewire.rule.CaseGlob;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list of known failures, YAML such as {@code - {case: D4.late-close-of-incumbent, reason:
 * ticket 12, until: 2027-01-31}}, and reports every problem of it at once. Stateless and
 * thread-safe.
 */
public final class KnownFailuresReader {

  private static final String LIST = "a list of known failures";
  private static final String SUCH_AS =
      ", such as - {case: D4.late-close-of-incumbent, reason: ticket 12, until: 2027-01-31}";
  private static final String CASE = "a case of this release, or a glob that matches one";
  private static final String REASON = "a reason, such as ticket 12";
  private static final String UNTIL =
      "a date such as 2027-01-31, the last day on which it may fail";

  private final Problems problems = new Problems();
  private final Collection<String> caseIds;
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<KnownFailures.Entry> entries = new ArrayList<>();
  private final String file;

  private KnownFailuresReader(String file, Collection<String> caseIds) {
    this.file = file;
    this.caseIds = caseIds;
  }

  /**
   * Reads a file.
   *
   * @param file the list
   * @param caseIds the cases that there are
   * @return the list
   * @throws ProfileException with every problem found: file, line, key, value, what was expected
   */
  public static KnownFailures read(Path file, Collection<String> caseIds) throws ProfileException {
    String text = SourceFile.read(file, LIST);
    return new KnownFailuresReader(file.toString(), caseIds).read(text);
  }

  private KnownFailures read(String text) throws ProfileException {
    Optional<Tree> tree = YamlDocument.parse(file, text, problems);
    if (tree.isEmpty()) {
      throw Problems.single(new Place(file, 0), LIST + SUCH_AS + "; but the document is empty");
    }
    if (!(tree.get() instanceof Tree.Sequence list) || list.items().isEmpty()) {
      throw Problems.single(tree.get().place(), LIST + SUCH_AS);
    }
    Node.root(Reading.ofPlainText(problems), list).items().forEach(this::entry);
    problems.throwIfAny(Set.of());
    return new KnownFailures(List.copyOf(entries));
  }

  private void entry(Node node) {
    if (!node.isMappingOf(Keys.KNOWN_FAILURE)) {
      return;
    }
    Optional<CaseGlob> cases = cases(node.at("case"));
    Optional<String> reason = reason(node.at("reason"));
    Node until = node.at("until");
    until.require(UNTIL);
    Optional<LocalDate> day = until.value(UNTIL, KnownFailuresReader::day);
    if (cases.isPresent() && reason.isPresent() && day.isPresent()) {
      int line = node.at("case").line();
      entries.add(new KnownFailures.Entry(file, line, cases.get(), reason.get(), day.get()));
    }
  }

  private Optional<CaseGlob> cases(Node node) {
    node.require(CASE);
    Optional<CaseGlob> glob = node.text().map(CaseGlob::new);
    if (glob.isEmpty()) {
      return glob;
    }
    List<String> matched = caseIds.stream().filter(glob.get()::matches).toList();
    if (matched.isEmpty()) {
      node.problem(CASE + Nearest.suggestion(glob.get().text(), names()));
    }
    for (String id : matched) {
      Integer earlier = lines.putIfAbsent(id, node.line());
      if (earlier != null) {
        node.problem("each case only once; " + id + " is listed in line " + earlier + " too");
        return Optional.empty();
      }
    }
    return glob;
  }

  /** The cases and their rules. */
  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(caseIds);
    caseIds.forEach(id -> names.add(id.substring(0, id.indexOf('.'))));
    return names;
  }

  private static Optional<String> reason(Node node) {
    node.require(REASON);
    Optional<String> reason = node.text().map(String::strip);
    if (reason.filter(String::isEmpty).isPresent()) {
      node.problem(REASON);
    }
    return reason;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == "2027-01-31".length()
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
