package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import java.nio.file.Path;
import java.util.OptionalInt;

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
 */
record LoadRequest(
    Profile profile,
    LoadPlan plan,
    long seed,
    Path out,
    String replay,
    long pid,
    OptionalInt metricsPort) {}
