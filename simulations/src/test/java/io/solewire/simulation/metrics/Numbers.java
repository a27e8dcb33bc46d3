package io.solewire.simulation.metrics;

import io.solewire.load.FindingCounts;
import io.solewire.load.LoadJudge;
import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A load's numbers as a test puts them. */
final class Numbers {

  private final LoadCounters counters = new LoadCounters();
  final Histogram startLag = new Histogram(3);
  final Histogram loopLag = new Histogram(3);
  LoadPhase phase = LoadPhase.POPULATING;
  long lost;

  LoadCounters counters() {
    return counters;
  }

  LoadSources sources() {
    return new LoadSources(
        "takeover",
        counters,
        nothingFound(),
        () -> phase,
        () -> 7,
        () -> startLag,
        () -> loopLag,
        new LoadSources.Recording(() -> 3, 2_000_000, () -> lost));
  }

  private static FindingCounts nothingFound() {
    try {
      Profile profile = ProfileReader.forUrl("ws://127.0.0.1:1/ws?user={user}", Map.of());
      LoadPlan plan = new LoadPlan("takeover", 20, 10, 1, 1_000, "uniform", List.of());
      return new LoadJudge(profile, plan, new LoadJudge.Context("load.takeover", 1, "")).soFar();
    } catch (ProfileException e) {
      throw new IllegalStateException(e);
    }
  }
}
