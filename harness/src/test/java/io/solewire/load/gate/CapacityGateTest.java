package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.GateResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a capacity, of which one may know no more than that it is not less. */
class CapacityGateTest {

  /**
   * Climbs of 1,000, 2,000, 3,000 and 4,000 newcomers a second, each as "held by what ended it".
   */
  private static LoadResult load(boolean healthy, double rate, double low, String... climbs) {
    ObjectNode load = Loads.empty(healthy);
    ObjectNode capacity = load.putObject("capacity");
    capacity.put("rate", rate).put("low", low).put("limit", "gates");
    ArrayNode levels = capacity.putArray("levels");
    for (int climb = 0; climb < climbs.length; climb++) {
      int held = Integer.parseInt(climbs[climb].split(" ")[0]);
      String why = climbs[climb].split(" ")[1] + ": 1/s of 2/s were started";
      for (int planned = 1_000; planned <= 4_000; planned += 1_000) {
        boolean holds = planned <= held;
        ObjectNode level = levels.addObject().put("climb", climb).put("planned", planned);
        level.put("holds", holds).put("why", holds ? "" : why);
      }
    }
    return Loads.result(load);
  }

  private static GateResult judged(String gate, LoadResult load) {
    return Gate.parse(gate).judge(load, Map.of());
  }

  @ParameterizedTest(name = "{0}: server {1}, generator {2}")
  @CsvSource({
    "capacity.rate >= 5000, FAIL, INCONCLUSIVE",
    "capacity.rate > 3000,  FAIL, INCONCLUSIVE",
    "capacity.rate >= 3000, PASS, PASS",
    "capacity.rate > 2999,  PASS, PASS",
    "capacity.rate <= 3000, PASS, INCONCLUSIVE",
    "capacity.rate < 5000,  PASS, INCONCLUSIVE",
    "capacity.rate <= 2999, FAIL, FAIL",
    "capacity.rate < 3000,  FAIL, FAIL",
    "capacity.rate == 3000, PASS, INCONCLUSIVE",
    "capacity.rate == 5000, FAIL, INCONCLUSIVE",
    "capacity.rate == 2000, FAIL, FAIL",
    "capacity.rate != 5000, PASS, INCONCLUSIVE",
    "capacity.rate != 2000, PASS, PASS",
    "capacity.low >= 5000,  FAIL, INCONCLUSIVE",
    "capacity.low >= 3000,  PASS, PASS"
  })
  void whatOnlyTheGeneratorEndedMayBeMore(String gate, Verdict server, Verdict generator) {
    LoadResult servers = load(true, 3_000, 3_000, "3000 gates", "3000 gates", "3000 gates");
    LoadResult ours =
        load(true, 3_000, 3_000, "3000 generator", "3000 generator", "3000 generator");
    assertEquals(server, judged(gate, servers).verdict());
    assertEquals(generator, judged(gate, ours).verdict());
    assertEquals("3000", judged(gate, ours).value());
    String why = "it may be more: the generator could not make more";
    boolean open = generator == Verdict.INCONCLUSIVE;
    assertEquals(open ? why : null, judged(gate, ours).reason());
  }

  @Test
  void whatHeldAtTheHighestRateMayBeMore() {
    LoadResult load = load(true, 4_000, 4_000, "4000 none", "4000 none", "4000 none");
    GateResult gate = judged("capacity.rate >= 5000", load);
    assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
    assertEquals("it may be more: no higher rate was tried (--size to)", gate.reason());
    assertEquals(Verdict.PASS, judged("capacity.rate >= 4000", load).verdict());
  }

  @Test
  void aClimbThatTheGeneratorEndedCountsForNoMoreThanOne() {
    LoadResult sure = load(true, 2_000, 1_000, "1000 generator", "2000 gates", "2000 gates");
    assertEquals(Verdict.FAIL, judged("capacity.rate >= 2500", sure).verdict());
    assertEquals(Verdict.INCONCLUSIVE, judged("capacity.low >= 2000", sure).verdict());
    assertEquals(Verdict.FAIL, judged("capacity.low >= 2500", sure).verdict());
    LoadResult open = load(true, 2_000, 1_000, "1000 generator", "2000 gates", "3000 gates");
    assertEquals(Verdict.INCONCLUSIVE, judged("capacity.rate >= 2500", open).verdict());
    assertEquals(Verdict.FAIL, judged("capacity.rate >= 3500", open).verdict());
  }

  @Test
  void aCapacityOfAnUnhealthyGeneratorIsNotTheServers() {
    LoadResult load = load(false, 3_000, 3_000, "3000 gates", "3000 gates", "3000 gates");
    assertEquals(Verdict.INCONCLUSIVE, judged("capacity.rate >= 5000", load).verdict());
    assertEquals(Verdict.PASS, judged("capacity.rate >= 3000", load).verdict());
  }
}
