package io.solewire.cli.bench;

import io.solewire.simulation.calibrate.Work;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What connections that are held keep in memory.
 *
 * @param bench what it is measured in
 */
record MemoryTables(Bench bench) {

  private static final int FEW = 2_000;
  private static final int MANY = 9_000;
  private static final int IDLE_FEW = 7_000;
  private static final int IDLE_MANY = 16_000;

  /** Less than this of a connection is somebody's list that grew. */
  private static final double LEAST = 8;

  private static final Duration WHILE = Duration.ofSeconds(60);

  /** By the generator, and by the bare client. */
  void held() throws Exception {
    Page page = bench.page();
    page.table(
        "Bytes per held connection of the generator",
        """
        What is alive on the heap after a full collection with 9,000 connections held, less the same
        with 2,000, by the difference; of the generator (`hold`, with history and judges) and of the
        bare client; then by whose classes the bytes are of.\
        """,
        "| | generator | bare client | ratio | target |");
    Map<String, Double> generator = each(generator(MANY), generator(FEW));
    Map<String, Double> bare = each(bare(MANY), bare(FEW));
    page.row(
        "| bytes/connection | %.0f | %.0f | %.2f | at most 1.5 |",
        sum(generator), sum(bare), sum(generator) / sum(bare));
    generator.entrySet().stream()
        .filter(room -> room.getValue() >= LEAST)
        .sorted(Comparator.comparingDouble(room -> -room.getValue()))
        .forEach(
            room ->
                page.row(
                    "| %s | %.0f | %.0f | | |",
                    room.getKey(), room.getValue(), bare.getOrDefault(room.getKey(), 0.0)));
    page.line("");
  }

  private static Map<String, Double> each(Map<String, Long> many, Map<String, Long> few) {
    Map<String, Double> each = new TreeMap<>();
    many.forEach(
        (room, bytes) ->
            each.put(room, (bytes - few.getOrDefault(room, 0L)) / (double) (MANY - FEW)));
    return each;
  }

  private static double sum(Map<String, Double> rooms) {
    return rooms.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private Map<String, Long> generator(int users) throws Exception {
    try (Server server = bench.delaying()) {
      return Instrument.holding(server.url("&delay=0ms"), bench.next("load"), users, Heap::rooms);
    }
  }

  private Map<String, Long> bare(int users) throws Exception {
    try (Server server = bench.delaying()) {
      Process client = BareProcess.start(server.url("&delay=0ms"), Work.HOLD, users, WHILE);
      try {
        Heap.awaitDescriptors(client.pid(), users);
        return Heap.rooms(client.pid());
      } finally {
        client.destroy();
      }
    }
  }

  /** By the reference server. */
  void idle() throws Exception {
    Page page = bench.page();
    page.table(
        "Memory per idle connection of the reference server",
        """
        With 16,000 connections held by the bare client, less the same with 7,000, by the difference,
        each time on a fresh server; the least of twenty looks within seconds, each after a full
        collection and after memory that C has freed was given back. Otherwise chance is measured:
        Java keeps up to 70 % of its heap free, and its compiler up to 50 MB that it needed for a
        moment. With fewer connections the room for what is young would not have been used once,
        and that would count. Medians of the rounds.\
        """,
        "| | 16,000 | 7,000 | bytes/connection | target |");
    List<Pairs> pairs = Pairs.of(bench.rounds(), 2, () -> idle(IDLE_MANY), () -> idle(IDLE_FEW));
    idle("resident", pairs.get(0), "at most 4096");
    idle("heap, alive", pairs.get(1), "");
    page.line("");
  }

  private void idle(String what, Pairs pairs, String target) {
    double many = Pairs.median(pairs.ones());
    double few = Pairs.median(pairs.others());
    double each = (many - few) / (IDLE_MANY - IDLE_FEW);
    bench.page().row("| %s | %.0f | %.0f | %.0f | %s |", what, many, few, each, target);
  }

  private List<Double> idle(int users) throws Exception {
    try (Server server = bench.reference()) {
      Process client = BareProcess.start(server.url(""), Work.HOLD, users, WHILE);
      try {
        Heap.awaitDescriptors(client.pid(), users);
        long pid = server.pid();
        return List.of((double) Heap.resident(pid), (double) Heap.alive(pid));
      } finally {
        client.destroy();
      }
    }
  }
}
