package io.solewire.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Naps of 5 ms. */
class NapsTest {

  private static final long MS = 1_000_000;

  private long now = 777;
  private long worked = 55;
  private final Naps naps = new Naps(5 * MS, () -> now, () -> worked);

  @Test
  void whoIsWokenInTimeIsNotLate() {
    assertEquals(0, nap(5, 0));
    assertEquals(0, nap(6, 0));
  }

  @Test
  void whoIsWokenLateIsLate() {
    assertEquals(30 * MS, nap(35, 0));
    assertEquals(0, nap(5, 0));
  }

  /** So a machine without time shows also to a thread that it stops while that is awake. */
  @Test
  void whoHadNoProcessorWhileAwakeIsLate() {
    assertEquals(599 * MS, nap(605, 1));
  }

  @Test
  void itsOwnWorkMakesNobodyLate() {
    assertEquals(0, nap(45, 40));
  }

  @Test
  void whoIsWokenEarlyOwesNothingToTheNextNap() {
    assertEquals(0, nap(1, 0));
    assertEquals(10 * MS, nap(15, 0));
  }

  private long nap(long took, long work) {
    now += took * MS;
    worked += work * MS;
    return naps.late();
  }
}
