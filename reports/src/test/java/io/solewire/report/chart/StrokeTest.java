package io.solewire.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeTest {

  @Test
  void drawsALine() {
    assertEquals("M0.0 1.5L2.0 3.3", new Stroke().to(0, 1.5).to(2, 3.33).path());
  }

  @Test
  void beginsAnewWhereItWasLifted() {
    assertEquals(
        "M0.0 0.0L1.0 1.0M2.0 2.0L3.0 3.0",
        new Stroke().to(0, 0).to(1, 1).lift().to(2, 2).to(3, 3).path());
  }

  @Test
  void drawsALineOfOnePlaceAsADot() {
    assertEquals("M1.0 2.0h0", new Stroke().to(1, 2).path());
    assertEquals("M1.0 2.0h0M3.0 4.0h0", new Stroke().dot(1, 2).dot(3, 4).path());
  }

  @Test
  void closesARectangle() {
    assertEquals("M1.0 2.0L3.0 2.0L3.0 4.0L1.0 4.0Z", new Stroke().box(1, 2, 3, 4).path());
  }

  @Test
  void cutsATableThatAPageCannotHoldAndCountsTheRest() {
    List<List<String>> rows = new ArrayList<>(Collections.nCopies(601, List.of("x")));
    assertEquals(1, Chart.Table.of(List.of("h"), rows).more());
    assertEquals(600, Chart.Table.of(List.of("h"), rows).rows().size());
    assertEquals(0, Chart.Table.of(List.of("h"), rows.subList(0, 600)).more());
  }
}
