package io.solewire.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.simulation.calibrate.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures what the README and the issue tracker quote, on whatever machine this is, and writes
 * {@code reports/published/bench.md}. No number fails it: whether a target is met is said there.
 * {@code -Dsolewire.bench.rounds=N} takes another number of rounds than six; {@code
 * -Dsolewire.bench.only=takeovers,handshakes,held,idle,connects,node,tls} makes some of the tables,
 * and {@code -Dsolewire.bench.brief=true} makes turns too short to measure by, both in {@code
 * target}. A yardstick that is missing fails it in the end, and its row says what is.
 */
@Tag("bench")
@Timeout(7_000)
@Isolated("it measures")
class BenchTest {

  private static final int ROUNDS = Integer.getInteger("solewire.bench.rounds", 6);
  private static final String ONLY = System.getProperty("solewire.bench.only", "");
  private static final boolean BRIEF = Boolean.getBoolean("solewire.bench.brief");
  private static final Extent EXTENT = BRIEF ? Extent.BRIEF : Extent.USUAL;
  private static final Path PAGE =
      Path.of(System.getProperty("solewire.home", ""), "reports", "published", "bench.md");

  @TempDir private Path folder;
  private final Page page = new Page();
  private Bench bench;

  @Test
  void theTables() throws Exception {
    bench = new Bench(folder, page, ROUNDS, EXTENT, new AtomicInteger());
    head();
    measure("takeovers", this::takeovers);
    measure("handshakes", this::handshakes);
    measure("held", new MemoryTables(bench)::held);
    measure("idle", new MemoryTables(bench)::idle);
    measure("connects", new PeerTables(bench)::connects);
    measure("node", new PeerTables(bench)::node);
    measure("tls", new TlsTable(bench)::measure);
    boolean whole = ONLY.isEmpty() && !BRIEF;
    Files.write(whole ? PAGE : Path.of("target", "bench.md"), page.lines());
    assertTrue(page.lines().stream().anyMatch(line -> line.startsWith("| ")), "a table");
    assertEquals(List.of(), page.missing(), "what could not be measured");
  }

  private void head() {
    page.line("# Bench");
    page.line("");
    page.line("`./mvnw verify -Pbench` measures this anew; " + ROUNDS + " rounds, both sides in");
    page.line("turns, ratios with intervals of 95 % by Student's t on the logarithms.");
    page.line("");
    page.line("- " + LocalDate.now(ZoneOffset.UTC) + ", " + machine());
    page.line("- Generator, server and yardstick share these processors.");
    page.line("");
  }

  private static void measure(String name, Bench.Table table) throws Exception {
    if (ONLY.isEmpty() || List.of(ONLY.split(",")).contains(name)) {
      table.measure();
    }
  }

  private static String machine() {
    return Runtime.getRuntime().availableProcessors()
        + " processors, "
        + System.getProperty("java.vm.name")
        + " "
        + System.getProperty("java.vm.version")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version");
  }

  private void takeovers() throws Exception {
    page.table(
        "Takeovers per second of the generator",
        """
        The whole generator (Gatling, history, judges) against a bare Netty client without any of
        them, both with 128 takeovers on their way at a time, on the server of known delay, 0 ms.\
        """,
        "| | generator | bare client | ratio | target |");
    try (Server server = bench.delaying()) {
      String url = server.url("&delay=0ms");
      Pairs pairs =
          Pairs.of(
              ROUNDS,
              () -> Instrument.perSecond(url, bench.next("load"), EXTENT),
              () -> BareProcess.perSecond(url, Work.TAKEOVER, Instrument.AT_ONCE, EXTENT.each()));
      page.row("takeovers/s", pairs, "at least 0.85");
      page.line("");
      new ProfileTables(bench).takeovers(server);
    }
  }

  private void handshakes() throws Exception {
    page.table(
        "Handshakes per second of the reference server",
        """
        Connects, reads the 101 and resets, 128 at a time, by the bare client: the reference server,
        which claims, welcomes, counts and releases, against 100 lines of C on epoll that answer
        and do nothing else.\
        """,
        "| | reference server | C, epoll | ratio | target |");
    Path binary = yardstick();
    try (Server reference = bench.reference();
        Server plain = bench.start(port -> List.of(binary.toString(), "" + port, "2"))) {
      Pairs pairs =
          Pairs.of(
              ROUNDS,
              () ->
                  BareProcess.perSecond(
                      reference.url(""), Work.HANDSHAKE, Instrument.AT_ONCE, EXTENT.each()),
              () ->
                  BareProcess.perSecond(
                      plain.url(""), Work.HANDSHAKE, Instrument.AT_ONCE, EXTENT.each()));
      page.row("handshakes/s", pairs, "at least 0.9");
      page.line("");
      new ProfileTables(bench).handshakes(reference, plain);
    }
  }

  private Path yardstick() throws IOException, InterruptedException {
    Path source = folder.resolve("handshakes.c");
    Path binary = folder.resolve("handshakes");
    try (InputStream in = BenchTest.class.getResourceAsStream("handshakes.c")) {
      Files.copy(in, source);
    }
    Process compiler =
        new ProcessBuilder("gcc", "-O2", "-o", binary.toString(), source.toString(), "-lpthread")
            .inheritIO()
            .start();
    assertTrue(compiler.waitFor(1, TimeUnit.MINUTES) && compiler.exitValue() == 0, "gcc");
    return binary;
  }
}
