package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.simulation.KeepingLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {

  private final KeepingLoop loop = new KeepingLoop(true);
  private final List<String> looked = new ArrayList<>();
  private final Room room = new Room(1);

  private void await(String who) {
    room.await(loop.loop(), () -> looked.add(who));
  }

  @Test
  void whoLeavesCallsTheFirstWhoWaits() {
    room.enter();
    assertFalse(room.isFree());
    await("anna");
    await("bert");
    assertEquals(List.of(), loop.executed());
    room.leave();
    assertTrue(room.isFree());
    loop.executed().forEach(Runnable::run);
    assertEquals(List.of("anna"), looked);
  }

  @Test
  void whoWaitsThoughThereIsRoomIsCalledAtOnce() {
    await("anna");
    loop.executed().forEach(Runnable::run);
    assertEquals(List.of("anna"), looked);
  }

  @Test
  void whoIsNotCalledLooksAgainAllTheSameAndOnce() {
    room.enter();
    await("anna");
    loop.scheduled().forEach(Runnable::run);
    assertEquals(List.of("anna"), looked);
    room.leave();
    assertEquals(List.of(), loop.executed(), "nobody waits any more");
  }

  @Test
  void whoIsCalledDoesNotLookAgainLater() {
    room.enter();
    await("anna");
    room.leave();
    loop.executed().forEach(Runnable::run);
    loop.scheduled().forEach(Runnable::run);
    assertEquals(List.of("anna"), looked);
  }

  @Test
  void whoHasLookedAgainTakesNobodysCall() {
    room.enter();
    await("anna");
    loop.scheduled().remove(0).run();
    await("bert");
    room.leave();
    loop.executed().forEach(Runnable::run);
    assertEquals(List.of("anna", "bert"), looked);
  }

  @Test
  void whoIsCalledAndDoesNotComePassesItOn() {
    room.enter();
    await("anna");
    await("bert");
    room.leave();
    room.passOn();
    loop.executed().forEach(Runnable::run);
    assertEquals(List.of("anna", "bert"), looked);
  }

  @Test
  void nobodyPassesOnWhatThereIsNot() {
    room.enter();
    await("anna");
    room.passOn();
    assertEquals(List.of(), loop.executed());
  }
}
