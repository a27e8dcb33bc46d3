package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private static final List<String> STATISTICS =
      List.of("count", "p50", "p90", "p99", "p99.9", "max", "mean");
  private static final List<String> SINGLE =
      List.of("rate", "takeovers", "unevicted", "violations", "errors", "concurrent");
  private static final List<String> NESTED =
      List.of(
          "drift.p50",
          "drift.p99",
          "drift.memory",
          "held.connections",
          "held.answered",
          "held.unanswered",
          "capacity.rate",
          "capacity.low");
  private static final List<String> TIMES =
      List.of(
          "gcMs",
          "scheduleLagP99Us",
          "longestGcMs",
          "jitMs",
          "loopLagP50Us",
          "loopLagP90Us",
          "loopLagP99Us",
          "loopLagP999Us",
          "loopLagMaxUs",
          "loopLagMeanUs");
  private static final List<String> SHARES = List.of("cpu", "machineCpu", "stealCpu");
  private static final List<String> GENERATOR =
      Stream.concat(TIMES.stream(), SHARES.stream()).toList();

  @Test
  void everyPathReadsTheNumberThatStandsThereInResultJson() {
    JsonNode written = Loads.JSON.valueToTree(Loads.result(allDifferent()));
    Map<String, BigDecimal> expected = new LinkedHashMap<>();
    SINGLE.forEach(name -> expected.put(name, written.get(name).decimalValue()));
    GENERATOR.forEach(
        name ->
            expected.put("generator." + name, written.get("generator").get(name).decimalValue()));
    NESTED.forEach(
        path -> expected.put(path, written.at("/" + path.replace('.', '/')).decimalValue()));
    for (String name : List.of("gcMs", "longestGcMs", "jitMs")) {
      expected.computeIfPresent("generator." + name, (path, millis) -> millis.scaleByPowerOfTen(3));
    }
    for (Map.Entry<String, JsonNode> metric : written.get("metrics").properties()) {
      for (String statistic : STATISTICS) {
        BigDecimal number = metric.getValue().get(statistic).decimalValue();
        expected.put(metric.getKey() + "." + statistic, number);
      }
    }
    assertEquals(9 * 7 + 6 + 13 + 8, expected.size());
    assertEquals(expected.keySet(), Set.copyOf(Measures.paths()));
    LoadResult load = Loads.result(allDifferent());
    expected.forEach(
        (path, number) -> {
          BigDecimal read = Measures.find(path).orElseThrow().in(load).orElseThrow();
          assertEquals(0, number.compareTo(read), () -> path + ": " + number + " / " + read);
        });
  }

  @Test
  void theListForMessagesNamesEveryPartOfEveryPath() {
    assertEquals(
        "rate, takeovers, unevicted, violations, errors, concurrent, drift.(p50|p99|memory),"
            + " held.(connections|answered|unanswered), capacity.(rate|low),"
            + " generator.(cpu|gcMs|scheduleLagP99Us|machineCpu|stealCpu|longestGcMs|jitMs"
            + "|loopLagP50Us|loopLagP90Us|loopLagP99Us|loopLagP999Us|loopLagMaxUs|loopLagMeanUs)"
            + " or (eviction|evictionFromPlan|evictionAfterAdmission|evictionBeforeAdmission"
            + "|admission|release|overlap|settling|stranger).(count|p50|p90|p99|p99.9|max|mean)",
        Measures.listed());
  }

  @Test
  void whatIsMeasuredOrCountedNeedsAHealthyGenerator() {
    for (String path : Measures.paths()) {
      boolean drift = path.startsWith("drift.");
      boolean latency = !drift && path.matches("[a-zA-Z]+\\.(p.*|max|mean)");
      Kind kind = Measures.find(path).orElseThrow().kind();
      boolean ownOrFound = path.matches("generator\\..*|violations");
      assertEquals(!ownOrFound, kind.needsHealth(), path);
      boolean timed = latency || TIMES.stream().anyMatch(name -> path.equals("generator." + name));
      assertEquals(timed, kind.timed(), path);
    }
    assertTrue(Measures.find("eviction").isEmpty());
  }

  @Test
  void whatTheGeneratorDidNotReadIsNoSample() {
    LoadResult old = Loads.with("generator.cpu", "0.5", true);
    for (String name : GENERATOR.subList(2, GENERATOR.size())) {
      boolean known = name.equals("cpu");
      assertEquals(
          known, Measures.find("generator." + name).orElseThrow().in(old).isPresent(), name);
    }
  }

  private static ObjectNode allDifferent() {
    ObjectNode load = Loads.empty(true);
    int next = 11;
    for (String name : SINGLE) {
      load.put(name, next++);
    }
    for (String path : NESTED) {
      int dot = path.indexOf('.');
      load.withObject("/" + path.substring(0, dot)).put(path.substring(dot + 1), next++);
    }
    for (String name : GENERATOR) {
      load.withObject("/generator").put(name, next++);
    }
    for (Metric metric : Metric.values()) {
      for (String statistic : STATISTICS) {
        load.withObject("/metrics/" + metric.text()).put(statistic, next++);
      }
    }
    return load;
  }
}
