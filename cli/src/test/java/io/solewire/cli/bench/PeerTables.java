package io.solewire.cli.bench;

import java.util.List;

/**
 * What others reach on the same processors.
 *
 * @param bench what they are measured in
 */
record PeerTables(Bench bench) {

  private static final String SERVER = "server.js";
  private static final String TARGET = "at least 5";

  void connects() throws Exception {
    Page page = bench.page();
    page.table(
        "Connects per second of the generator and of Artillery",
        """
        On the reference server: the whole generator, of which each connect is a takeover, with 128
        on their way at a time, against the ws engine of Artillery 2.0.34, which connects as a
        stranger and leaves, in the best ten seconds of each of its runs.\
        """,
        "| | generator | Artillery | ratio | target |");
    try {
      Artillery artillery = Artillery.install();
      String node = NodePackage.node();
      try (Server server = bench.reference()) {
        Pairs pairs =
            Pairs.of(
                bench.rounds(),
                () -> Instrument.perSecond(server.url(""), bench.next("load"), bench.extent()),
                () ->
                    artillery.connectsPerSecond(
                        server, artillerySeconds(), bench.next("artillery")));
        page.row("connects/s, Artillery on Node.js " + node, pairs, TARGET);
      }
    } catch (MissingException e) {
      page.missing("connects/s", TARGET, e);
    }
    page.line("");
  }

  void node() throws Exception {
    Page page = bench.page();
    page.table(
        "Node.js with ws as the server",
        """
        The generator on the reference server and on a server of 30 lines on ws 8.23.0, with one Map:
        takeovers with 128 on their way at a time, and the eviction latency at 500 takeovers a second.\
        """,
        "| | reference server | Node.js, ws | ratio | target |");
    try {
      NodePackage ws = NodePackage.installed("ws", SERVER);
      String node = NodePackage.node();
      try (Server reference = bench.reference();
          Server other = bench.start(port -> ws.command(SERVER, "" + port))) {
        List<Pairs> pairs =
            Pairs.of(bench.rounds(), 3, () -> takeovers(reference), () -> takeovers(other));
        page.row("takeovers/s, Node.js " + node, pairs.get(0), "");
        page.row("eviction p50, µs", pairs.get(1), "");
        page.row("eviction p99, µs", pairs.get(2), "");
      }
    } catch (MissingException e) {
      page.missing("takeovers/s", "", e);
    }
    page.line("");
  }

  private List<Double> takeovers(Server server) throws Exception {
    return Instrument.takeovers(server.url(""), () -> bench.next("load"), bench.extent());
  }

  private int artillerySeconds() {
    return (int) bench.extent().each().toSeconds();
  }
}
