package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.judge.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Concludes the cases of a stored history as those of a live run are concluded, while it is read:
 * each case is judged and forgotten when its last event has come. The file is read once more for
 * the events that are told with failures, if there are any. Not thread-safe.
 */
public final class StoredCases {

  private final Path history;
  private final Conclusion conclusion;
  private final Map<String, Long> left;
  private final Map<String, CaseSoFar> open = new HashMap<>();
  private final Map<String, Opinion> opinions = new TreeMap<>();

  /**
   * Begins.
   *
   * @param history a history file, or an output folder
   * @param sizes how many events each segment has; those of the run itself are passed over
   * @param conclusion how one case is concluded
   */
  public StoredCases(Path history, Map<String, Long> sizes, Conclusion conclusion) {
    this.history = history;
    this.conclusion = conclusion;
    this.left = new HashMap<>(sizes);
  }

  /**
   * Concludes all of them.
   *
   * @return one result for each case, in the order of their ids
   * @throws HistoryException if an event cannot stand where it stands
   */
  public List<CaseResult> conclude() throws HistoryException {
    HistoryReader.contents(history, this::accept);
    Map<String, Set<String>> strays = Attribution.strays(opinions);
    Map<String, Around> told = new HashMap<>();
    for (Opinion opinion : opinions.values()) {
      Optional<Finding> finding = opinion.told(strays.get(opinion.id())::contains);
      finding.ifPresent(f -> told.put(opinion.id(), new Around(f)));
    }
    if (!told.isEmpty()) {
      HistoryReader.contents(
          history,
          event -> {
            Around around = told.get(event.caseId());
            if (around != null) {
              around.accept(event);
            }
          });
    }
    List<CaseResult> results = new ArrayList<>();
    for (Opinion opinion : opinions.values()) {
      results.add(
          conclusion.result(
              opinion,
              strays.get(opinion.id())::contains,
              (of, finding, seen) -> conclusion.text(of, finding, seen, told.get(of.id()))));
    }
    return results;
  }

  private void accept(Event event) throws HistoryException {
    String id = event.caseId();
    if (id.startsWith(Losses.RUN)) {
      return;
    }
    open.computeIfAbsent(id, name -> new CaseSoFar()).accept(event);
    if (left.merge(id, -1L, Long::sum) == 0) {
      opinions.put(id, conclusion.opinion(id, open.remove(id)));
    }
  }
}
