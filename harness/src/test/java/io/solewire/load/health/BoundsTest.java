package io.solewire.load.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.result.LoadResult.Generator;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings of a load that measured for ten seconds; each bound from both sides. */
class BoundsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FELT = "\"loopLagP99Us\":5000,";
  private static final String BUSY = "have fewer neighbours, more processors, or a lower --rate";

  @Test
  void nothingThatWasReadIsNoReasonToDoubt() {
    assertEquals(List.of(), exceeded("", 1_000, 20_000));
    Generator old = new Generator(true, 0.2, 12, 100, null);
    assertEquals(Readings.NONE, old.readings());
    assertEquals(List.of(), Bounds.exceeded(new Seen(old, null, 10_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          descriptors | 19599,20000 | 19600,20000 | 19,600 of 20,000 descriptors were open \
          (bound 98 %): raise the limit with ulimit -n 80000, or lower --users
          ports | 25408,28232 | 25409,28232 | 25,409 of 28,232 local ports were taken (bound 90 %): \
          widen them with sysctl -w net.ipv4.ip_local_port_range="1024 65535", come from more \
          addresses of this machine by --source-addresses LIST, or lower --rate
          conntrack | 131071,262144 | 131072,262144 | the kernel's table of connections held \
          131,072 of 262,144 (bound 50 %), and drops packets once it is full: wait two minutes, or \
          raise it with sysctl -w net.netfilter.nf_conntrack_max=1048576
          backlog | 999999,2000000 | 1000000,2000000 | 1,000,000 of 2,000,000 events waited to be \
          recorded (bound 50 %): lower --rate, or write to a faster disk with --out
          """)
  void whatHasAnEndIsBounded(String name, String below, String at, String text) {
    assertEquals(List.of(), exceeded(usage(name, below), 1_000, 20_000));
    assertEquals(List.of(text), exceeded(usage(name, at), 1_000, 20_000));
    assertEquals(List.of(), exceeded(usage(name, "7,0"), 1_000, 20_000), "nobody knows the limit");
  }

  private static String usage(String name, String numbers) {
    String[] n = numbers.split(",");
    return "\"%s\":{\"used\":%s,\"limit\":%s},".formatted(name, n[0], n[1]);
  }

  @Test
  void aGeneratorThatUsesAllProcessorsSaysSo() {
    assertEquals(List.of(), exceeded("\"cpu\":0.89,", 1_000, 20_000));
    assertEquals(
        List.of(
            "the generator used 90 % of all processors (bound 90 %): lower --rate, or give it more"
                + " processors"),
        exceeded("\"cpu\":0.9,", 1_000, 20_000));
  }

  @Test
  void aBusyMachineIsAReasonWhereItsEventLoopsAreLate() {
    String busy = "\"machineCpu\":0.95,";
    assertEquals(List.of(), exceeded(busy, 1_000, 20_000), "nobody knows how late they were");
    assertEquals(List.of(), exceeded(busy + "\"loopLagP99Us\":4999,", 1_000, 20_000));
    assertEquals(List.of(), exceeded(busy + FELT, 1_000, 50_001), "a tenth of it or less");
    assertEquals(List.of(), exceeded("\"machineCpu\":0.94," + FELT, 1_000, 50_000));
    assertEquals(
        List.of(
            "this machine's processors were 95 % busy, 30 % by the generator (bound 95 %), and"
                + " event loops were 5.0 ms late at p99 (bound 5.0 ms): "
                + BUSY),
        exceeded(busy + FELT, 1_000, 50_000));
  }

  @Test
  void processorsThatAHypervisorTookAreAReasonWhereEventLoopsAreLate() {
    assertEquals(List.of(), exceeded("\"stealCpu\":0.1,", 1_000, 20_000));
    assertEquals(List.of(), exceeded("\"stealCpu\":0.09," + FELT, 1_000, 20_000));
    assertEquals(
        List.of(
            "the hypervisor gave 10 % of this machine's processors to others (bound 10 %), and"
                + " event loops were 5.0 ms late at p99 (bound 5.0 ms): measure on a machine with"
                + " processors of its own"),
        exceeded("\"stealCpu\":0.1," + FELT, 1_000, 20_000));
  }

  @Test
  void pausesThatAreManyAndAsLongAsHalfTheP99AreTheHeadline() {
    String many = "\"gcMs\":100,";
    assertEquals(List.of(), exceeded(many, 1_000, 20_000), "nobody knows how long they were");
    assertEquals(List.of(), exceeded("\"gcMs\":99,\"longestGcMs\":40,", 1_000, 20_000), "few");
    assertEquals(List.of(), exceeded(many + "\"longestGcMs\":9,", 1_000, 2_000), "short");
    assertEquals(List.of(), exceeded(many + "\"longestGcMs\":10,", 1_000, 20_001), "not half");
    assertEquals(
        List.of(
            "garbage collection stopped the generator for 100 ms of 10,000, up to 10 ms at a time,"
                + " where eviction took 20.0 ms at p99 (bounds 1 % and half of that): lower --rate"
                + " or --users, or give this machine more memory"),
        exceeded(many + "\"longestGcMs\":10,", 1_000, 20_000));
  }

  @Test
  void aGeneratorThatStillCompilesIsNotWarm() {
    assertEquals(List.of(), exceeded("\"jitMs\":2500,", 1_000, 20_000));
    assertEquals(List.of(), exceeded("\"jitMs\":2499," + FELT, 1_000, 20_000));
    assertEquals(
        List.of(
            "the generator was not warm: its code was compiled for 2,500 ms in 10,000 measured ones"
                + " (bound 25 %), and event loops were 5.0 ms late at p99 (bound 5.0 ms): give it a"
                + " longer --warmup"),
        exceeded("\"jitMs\":2500," + FELT, 1_000, 20_000));
  }

  @Test
  void aHeadlineThatIsMostlyLagIsTheGenerators() {
    assertEquals(List.of(), exceeded("\"loopLagP99Us\":9999,", 1_000, 10_000), "too little");
    assertEquals(List.of(), exceeded("\"loopLagP99Us\":10000,", 1_000, 20_001), "not half");
    String end =
        " from 10.0 ms on), so the latency is the generator's own: lower --rate, or have fewer"
            + " neighbours or more processors";
    assertEquals(
        List.of(
            "the generator's event loops were 10.0 ms late at p99, where eviction took 20.0 ms"
                + " (bound: half of that,"
                + end),
        exceeded("\"loopLagP99Us\":10000,", 1_000, 20_000));
    assertEquals(List.of(), exceeded("\"loopLagP50Us\":10000,", 20_001, 90_000));
    assertEquals(
        List.of(
            "the generator's event loops were 10.0 ms late at p50, where eviction took 20.0 ms"
                + " (bound: half of that,"
                + end),
        exceeded("\"loopLagP50Us\":10000,", 20_000, 90_000));
  }

  @Test
  void whereNothingWasEvictedALateLoopIsAReason() {
    Seen seen = new Seen(generator("\"loopLagP99Us\":10000,"), null, 10_000);
    assertEquals(1, Bounds.exceeded(seen).size());
  }

  @Test
  void everyReasonIsToldWhatHasRunOutFirstAndTheLagLast() {
    String all =
        usage("descriptors", "20000,20000")
            + usage("ports", "28232,28232")
            + usage("conntrack", "262144,262144")
            + usage("backlog", "2000000,2000000")
            + "\"cpu\":0.9,\"stealCpu\":0.1,\"machineCpu\":1,\"gcMs\":900,\"longestGcMs\":100,"
            + "\"jitMs\":5000,\"loopLagP99Us\":90000,";
    List<String> told = exceeded(all, 1_000, 100_000);
    assertEquals(10, told.size());
    List<String> words =
        List.of(
            "descriptors",
            "local ports",
            "kernel's table",
            "to be recorded",
            "the generator used",
            "hypervisor",
            "machine's processors were",
            "garbage collection",
            "not warm",
            "event loops were 90.0 ms late at p99, where eviction took 100.0 ms");
    for (int i = 0; i < words.size(); i++) {
      assertEquals(true, told.get(i).contains(words.get(i)), told.get(i));
    }
  }

  private static List<String> exceeded(String readings, long p50, long p99) {
    Latency eviction = new Latency(5_000, p50, p99, p99, p99, p99, p50);
    return Bounds.exceeded(new Seen(generator(readings), eviction, 10_000));
  }

  private static Generator generator(String readings) {
    String cpu = readings.contains("\"cpu\"") ? "" : "\"cpu\":0.3,";
    String text = "{" + cpu + readings + "\"healthy\":true,\"scheduleLagP99Us\":100}";
    try {
      return JSON.readValue(text, Generator.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
