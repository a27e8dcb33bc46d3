package io.solewire.report.gallery;

import io.solewire.result.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at one target, one after the other, until it is known whether it has changed. Not
 * thread-safe. Real servers have races, so a rule may stand for once where it never stood: it has
 * changed if it does so in {@value #ENOUGH} of {@value #MOST} looks. Who was seen once is told of,
 * and belongs into the table.
 */
public final class Looks {

  /** No more looks are taken. */
  public static final int MOST = 3;

  /** In so many of them something has to be seen to be called a change. */
  static final int ENOUGH = 2;

  private final Sightings known;
  private final List<List<Sightings.Strange>> strange = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();

  /**
   * Begins.
   *
   * @param known what was seen before
   */
  public Looks(Sightings known) {
    this.known = known;
  }

  /**
   * Takes one more look.
   *
   * @param run of the target
   */
  public void add(RunResult run) {
    if (strange.isEmpty()) {
      unseen.addAll(known.unseen(run));
    }
    strange.add(known.strange(run));
  }

  /** True if another look could tell more. */
  public boolean areTooFew() {
    boolean nothingNew = strange.stream().allMatch(List::isEmpty);
    return strange.isEmpty() || !nothingNew && changed().isEmpty() && strange.size() < MOST;
  }

  /** One sentence for each change. */
  public List<String> changed() {
    return seen(ENOUGH, MOST);
  }

  /** One sentence for each that stood once where it never stood before. */
  public List<String> once() {
    return seen(1, ENOUGH - 1);
  }

  /** What the first look did not show although it was seen before; no change. */
  public List<String> unseen() {
    return List.copyOf(unseen);
  }

  private List<String> seen(int least, int most) {
    Map<String, List<Sightings.Strange>> same = new LinkedHashMap<>();
    for (List<Sightings.Strange> look : strange) {
      look.forEach(one -> same.computeIfAbsent(one.what(), w -> new ArrayList<>()).add(one));
    }
    return same.values().stream()
        .filter(all -> all.size() >= least && all.size() <= most)
        .map(all -> "in " + all.size() + " of " + strange.size() + " looks: " + all.get(0).words())
        .toList();
  }
}
