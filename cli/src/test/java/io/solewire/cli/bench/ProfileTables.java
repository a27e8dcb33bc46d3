package io.solewire.cli.bench;

import io.solewire.simulation.calibrate.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where the time goes: what each side takes of the processors for one takeover and one handshake.
 *
 * @param bench what it is measured in
 */
record ProfileTables(Bench bench) {

  /** A bare client works for ten seconds before it counts. */
  private static final Duration WARM = Duration.ofSeconds(11);

  /** By the generator and by the bare client, on the same server. */
  void takeovers(Server server) throws Exception {
    head("Where the time of a takeover goes");
    String url = server.url("&delay=0ms");
    Meanwhile meanwhile = new Meanwhile(server.pid());
    double perSecond =
        Instrument.perSecond(url, bench.next("load"), bench.extent(), meanwhile::look);
    meanwhile.spending().tell(bench.page(), "generator", "its server", perSecond);
    bare(server, url, Work.TAKEOVER, "its server");
    bench.page().line("");
  }

  /** By the bare client, on the reference server and on another one. */
  void handshakes(Server reference, Server plain) throws Exception {
    head("Where the time of a handshake goes");
    bare(reference, reference.url(""), Work.HANDSHAKE, "reference server");
    bare(plain, plain.url(""), Work.HANDSHAKE, "C, epoll");
    bench.page().line("");
  }

  private void head(String title) {
    bench
        .page()
        .table(
            title,
            """
            Processor time of the threads of both sides, one turn each, in microseconds: in the
            program itself and in the kernel for it.\
            """,
            "| | user | kernel | both | |");
  }

  private void bare(Server server, String url, Work work, String whose)
      throws IOException, InterruptedException {
    Duration each = bench.extent().each();
    Process client = BareProcess.start(url, work, Instrument.AT_ONCE, each);
    Spending spending = new Spending(client.pid(), server.pid());
    try {
      ended(client, WARM);
      spending.look();
      ended(client, each.dividedBy(2));
      spending.look();
      spending.tell(bench.page(), "bare client", whose, BareProcess.rate(client, each));
    } finally {
      client.destroy();
    }
  }

  private static void ended(Process client, Duration after)
      throws IOException, InterruptedException {
    if (client.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("the bare client ended at once, by " + client.exitValue());
    }
  }

  /** Looks whenever the generator says that it is measuring, once a second. */
  private static final class Meanwhile {
    private final long server;
    private Spending spending;

    Meanwhile(long server) {
      this.server = server;
    }

    void look(String said) {
      try {
        if (said.startsWith(Instrument.MEASURING)) {
          spending =
              spending == null
                  ? new Spending(Heap.pid("io.gatling.app.Gatling"), server)
                  : spending;
          spending.look();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    Spending spending() throws IOException {
      return Optional.ofNullable(spending)
          .orElseThrow(() -> new IOException("the generator never said that it measures"));
    }
  }
}
