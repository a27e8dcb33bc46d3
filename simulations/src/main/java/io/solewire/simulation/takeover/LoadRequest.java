package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.record.Users;
import io.solewire.simulation.client.Dialer;
import io.solewire.simulation.client.SourceAddresses;
import io.solewire.wire.Call;
import io.solewire.wire.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
 * @param sources addresses that its connections come from
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
    SourceAddresses sources,
    OptionalInt metricsPort,
    Optional<LoadRequest> reference) {

  /**
   * What opens its connections.
   *
   * @param users of the load
   * @throws IOException if there is no such host, or its TLS cannot be set up
   */
  Dialer dialer(Users users) throws IOException {
    Variables any = users.variables("0");
    List<Target> nodes =
        IntStream.range(0, profile.endpoint().nodes())
            .mapToObj(node -> Call.of(profile, any, UnaryOperator.identity(), node).target())
            .toList();
    return new Dialer(nodes, sources);
  }

  /** The load, and what it is compared with. */
  List<LoadRequest> all() {
    return Stream.concat(Stream.of(this), reference.stream()).toList();
  }
}
