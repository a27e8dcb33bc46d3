package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A load that was asked for and found possible. Immutable.
 *
 * @param profile of the target
 * @param plan when newcomers come
 * @param seed spreads newcomers over users
 * @param out existing folder for the results
 * @param replay the command that makes the load again, without {@code --seed}
 * @param pid of the server's process, 0 if it was not started here
 * @param metricsPort on which its live metrics are served, 0 for any that is free
 * @param reference what it is compared with, if it is; the same load, in turns
 */
record LoadRequest(
    Profile profile,
    LoadPlan plan,
    long seed,
    Path out,
    String replay,
    long pid,
    OptionalInt metricsPort,
    Optional<LoadRequest> reference) {

  /** The load, and what it is compared with. */
  List<LoadRequest> all() {
    return Stream.concat(Stream.of(this), reference.stream()).toList();
  }
}
