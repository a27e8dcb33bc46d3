package io.solewire.cli.bench;

import io.solewire.simulation.calibrate.Work;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What TLS costs.
 *
 * @param bench what it is measured in
 */
record TlsTable(Bench bench) {

  private static final String TRUSTING = "tls.insecure=true";

  void measure() throws Exception {
    Page page = bench.page();
    page.table(
        "TLS of the reference server",
        """
        The reference server by wss, with a certificate of its own (P-256, TLS 1.3), against the same
        without TLS: takeovers by the generator and handshakes by the bare client, 128 at a time.
        A client of the JDK keeps one ticket of a server, for one use: many are full handshakes.
        """,
        "| | with TLS | without | ratio | target |");
    Path folder = Files.createDirectories(bench.next("tls"));
    SelfSigned own = SelfSigned.in(folder);
    String certificate = own.certificate().toString();
    try (Server secure =
            bench.reference("--tls-cert", certificate, "--tls-key", own.key().toString());
        Server plain = bench.reference()) {
      String wss = secure.url("").replaceFirst("ws:", "wss:");
      page.row("takeovers/s", takeovers(wss, plain.url("")), "");
      page.row("handshakes/s", handshakes(wss, plain.url("")), "");
    }
    page.line("");
  }

  private Pairs takeovers(String wss, String ws) throws Exception {
    Extent extent = bench.extent();
    return Pairs.of(
        bench.rounds(),
        () -> Instrument.perSecond(wss, bench.next("load"), extent, TRUSTING),
        () -> Instrument.perSecond(ws, bench.next("load"), extent));
  }

  private Pairs handshakes(String wss, String ws) throws Exception {
    return Pairs.of(
        bench.rounds(),
        () -> BareProcess.perSecond(wss, Work.HANDSHAKE, Instrument.AT_ONCE, bench.extent().each()),
        () -> BareProcess.perSecond(ws, Work.HANDSHAKE, Instrument.AT_ONCE, bench.extent().each()));
  }
}
