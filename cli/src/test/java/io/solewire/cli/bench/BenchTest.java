package io.solewire.cli.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.simulation.calibrate.DelayServer;
import io.solewire.simulation.calibrate.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures what the README and the issue tracker quote, on whatever machine this is, and writes
 * {@code reports/published/bench.md}. No number fails it: whether a target is met is said there.
 * {@code -Dsolewire.bench.rounds=N} takes another number of rounds than six; {@code
 * -Dsolewire.bench.only=takeovers,handshakes,held,idle} makes some of the tables, in {@code
 * target}.
 */
@Tag("bench")
@Timeout(3_600)
@Isolated("it measures")
class BenchTest {

  private static final int ROUNDS = Integer.getInteger("solewire.bench.rounds", 6);
  private static final String ONLY = System.getProperty("solewire.bench.only", "");
  private static final Duration EACH = Duration.ofSeconds(10);
  private static final int FEW = 2_000;
  private static final int MANY = 9_000;
  private static final Path PAGE =
      Path.of(System.getProperty("solewire.home", ""), "reports", "published", "bench.md");

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();
  private int count;

  @Test
  void theTables() throws Exception {
    lines.add("# Bench");
    lines.add("");
    lines.add("`./mvnw verify -Pbench` measures this anew; " + ROUNDS + " rounds, both sides in");
    lines.add("turns, ratios with intervals of 95 % by Student's t on the logarithms.");
    lines.add("");
    lines.add("- " + LocalDate.now(ZoneOffset.UTC) + ", " + machine());
    lines.add("- Generator, server and yardstick share these processors.");
    lines.add("");
    measure("takeovers", this::takeovers);
    measure("handshakes", this::handshakes);
    measure("held", this::held);
    measure("idle", this::idle);
    Files.write(ONLY.isEmpty() ? PAGE : Path.of("target", "bench.md"), lines);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("| ")), "something was measured");
  }

  private interface Table {
    void measure() throws Exception;
  }

  private static void measure(String name, Table table) throws Exception {
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

  private void table(String title, String what, String head) {
    lines.add("## " + title);
    lines.add("");
    lines.addAll(List.of(what.split("\n")));
    lines.add("");
    lines.add(head);
    lines.add("|---|---:|---:|---:|---|");
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private Path next(String name) {
    return folder.resolve(name + count++);
  }

  private void takeovers() throws Exception {
    table(
        "Takeovers per second of the generator",
        """
        The whole generator (Gatling, history, judges) against a bare Netty client without any of
        them, both with 64 takeovers on their way at a time, on the server of known delay, 0 ms.""",
        "| | generator | bare client | ratio | target |");
    try (Server server =
        Server.start(next("log"), port -> Server.java(DelayServer.class.getName(), "" + port))) {
      String url = server.url("&delay=0ms");
      Pairs pairs =
          Pairs.of(
              ROUNDS,
              () -> Instrument.perSecond(url, next("load"), 30, 31),
              () -> BareProcess.perSecond(url, Work.TAKEOVER, Instrument.AT_ONCE, EACH));
      lines.add(
          row(
              "| takeovers/s | %.0f | %.0f | %s | at least 0.85 |",
              Pairs.median(pairs.ones()), Pairs.median(pairs.others()), pairs.ratio()));
    }
    lines.add("");
  }

  private void handshakes() throws Exception {
    table(
        "Handshakes per second of the reference server",
        """
        Connects, reads the 101 and resets, 64 at a time, by the bare client: the reference server,
        which claims, welcomes, counts and releases, against 100 lines of C on epoll that answer
        and do nothing else.""",
        "| | reference server | C, epoll | ratio | target |");
    Path binary = yardstick();
    try (Server reference =
            Server.start(
                next("log"),
                port -> Server.java("io.solewire.cli.Main", "serve", "--port", "" + port));
        Server plain =
            Server.start(next("log"), port -> List.of(binary.toString(), "" + port, "2"))) {
      Pairs pairs =
          Pairs.of(
              ROUNDS,
              () -> BareProcess.perSecond(reference.url(""), Work.HANDSHAKE, 64, EACH),
              () -> BareProcess.perSecond(plain.url(""), Work.HANDSHAKE, 64, EACH));
      lines.add(
          row(
              "| handshakes/s | %.0f | %.0f | %s | at least 0.9 |",
              Pairs.median(pairs.ones()), Pairs.median(pairs.others()), pairs.ratio()));
    }
    lines.add("");
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

  private void held() throws Exception {
    table(
        "Bytes per held connection of the generator",
        """
        What is alive on the heap after a full collection with 9,000 connections held, less the same
        with 2,000, by the difference; of the generator (`hold`, with history and judges) and of the
        bare client.""",
        "| | generator | bare client | ratio | target |");
    double generator = (generator(MANY) - generator(FEW)) / (double) (MANY - FEW);
    double bare = (bare(MANY) - bare(FEW)) / (double) (MANY - FEW);
    lines.add(
        row(
            "| bytes/connection | %.0f | %.0f | %.2f | at most 1.5 |",
            generator, bare, generator / bare));
    lines.add("");
  }

  private Server held(Path log) throws Exception {
    return Server.start(log, port -> Server.java(DelayServer.class.getName(), "" + port));
  }

  private long generator(int users) throws Exception {
    try (Server server = held(next("log"))) {
      return Instrument.holding(server.url("&delay=0ms"), next("load"), users, Heap::alive);
    }
  }

  private long bare(int users) throws Exception {
    try (Server server = held(next("log"))) {
      Process client =
          BareProcess.start(server.url("&delay=0ms"), Work.HOLD, users, Duration.ofSeconds(60));
      try {
        Heap.awaitDescriptors(client.pid(), users);
        return Heap.alive(client.pid());
      } finally {
        client.destroy();
      }
    }
  }

  private void idle() throws Exception {
    table(
        "Memory per idle connection of the reference server",
        """
        With 9,000 connections held by the bare client, less the same with 2,000, by the difference,
        each time on a fresh server after a full collection.""",
        "| | 9,000 | 2,000 | bytes/connection | target |");
    long[] few = idle(FEW);
    long[] many = idle(MANY);
    ToDoubleFunction<Integer> each = i -> (many[i] - few[i]) / (double) (MANY - FEW);
    lines.add(
        row(
            "| resident | %d | %d | %.0f | at most 4096 |",
            many[0], few[0], each.applyAsDouble(0)));
    lines.add(row("| heap, alive | %d | %d | %.0f | |", many[1], few[1], each.applyAsDouble(1)));
    lines.add("");
  }

  private long[] idle(int users) throws Exception {
    try (Server server =
        Server.start(
            next("log"),
            port -> Server.java("io.solewire.cli.Main", "serve", "--port", "" + port))) {
      Process client = BareProcess.start(server.url(""), Work.HOLD, users, Duration.ofSeconds(60));
      try {
        Heap.awaitDescriptors(client.pid(), users);
        long pid = Heap.pid("io.solewire.cli.Main serve --port " + server.port());
        return new long[] {Heap.resident(pid), Heap.alive(pid)};
      } finally {
        client.destroy();
      }
    }
  }
}
