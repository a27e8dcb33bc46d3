package io.solewire.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @Test
  void placesPercentilesByTheirNines() {
    Axis axis = Axis.percentiles("p", 5_000, 0, 400);
    assertEquals(List.of("0 %", "50 %", "90 %", "99 %", "99.9 %", "99.99 %"), labels(axis));
    assertEquals(List.of(0.0, 30.1, 100.0, 200.0, 300.0, 400.0), places(axis));
    assertEquals(200.0, axis.scale().at(Axis.nines(99)));
    assertEquals(400.0, axis.scale().at(Axis.nines(100)), "there is no place beyond the end");
  }

  @ParameterizedTest
  @CsvSource({
    "0,99 %",
    "1,99 %",
    "100,99 %",
    "101,99.9 %",
    "10000,99.99 %",
    "10001,99.999 %",
    "9000000000000,99.99999 %"
  })
  void goesNoFurtherThanTheSamplesReach(long samples, String last) {
    List<String> labels = labels(Axis.percentiles("p", samples, 0, 1));
    assertEquals(last, labels.get(labels.size() - 1));
  }

  @Test
  void putsEqualFactorsOfLatencyEquallyFarApart() {
    Axis axis = Axis.micros("us", 100, 100_000, 300, 0);
    assertEquals(300.0, axis.scale().at(100));
    assertEquals(200.0, axis.scale().at(1_000));
    assertEquals(100.0, axis.scale().at(10_000));
    assertEquals(0.0, axis.scale().at(100_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "150;14200;100 µs,200 µs,500 µs,1 ms,2 ms,5 ms,10 ms,20 ms",
        "400;400;200 µs,500 µs",
        "1000;1000;1 ms,2 ms",
        "0;0;1 µs,2 µs",
        "900000;6000000;500 ms,1 s,2 s,5 s,10 s"
      })
  void enclosesLatenciesInRoundOnes(double min, double max, String labels) {
    assertEquals(List.of(labels.split(",")), labels(Axis.micros("us", min, max, 0, 1)));
  }

  @Test
  void namesOnlyPowersOfTenWhenAllWouldTouch() {
    Axis axis = Axis.micros("us", 3, 3_000_000, 0, 1);
    List<String> named = labels(axis).stream().filter(label -> !label.isEmpty()).toList();
    assertEquals(List.of("10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s"), named);
    assertTrue(axis.ticks().size() > named.size(), "the others keep their marks");
  }

  @ParameterizedTest
  @CsvSource({"1,1,2", "15,1,16", "16,2,9", "330,30,12", "3600,300,13", "1000000,115200,9"})
  void countsSecondsInStepsThatCanBeRead(int to, String second, int ticks) {
    List<String> labels = labels(Axis.seconds("s", to, 0, 1));
    assertEquals("0", labels.get(0));
    assertEquals(second, labels.get(1));
    assertEquals(ticks, labels.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1;0|1", "3;0||3", "500;0|250|500", "1003;0|600|1,200", "0;0|1"})
  void countsFromNothingToARoundNumber(long max, String labels) {
    assertEquals(List.of(labels.split("\\|")), labels(Axis.counts("n", max, 100, 0)));
    assertEquals(100.0, Axis.counts("n", max, 100, 0).scale().at(0));
  }

  @Test
  void keepsEveryPlaceInsideThePlot() {
    Scale scale = Axis.micros("us", 10, 1e300, 5, 95).scale();
    for (double us : new double[] {-1, 0, 1, 1e300, Double.MAX_VALUE}) {
      double at = scale.at(us);
      assertTrue(at >= 5 && at <= 95, us + " is at " + at);
    }
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Tick::label).toList();
  }

  private static List<Double> places(Axis axis) {
    return axis.ticks().stream().map(Tick::at).toList();
  }
}
