package io.solewire.conformance.target;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who accepts on a target's port is the target. */
class ReadinessTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void whoComesByThePortForAMomentIsNotTheTarget() throws Exception {
    ServerSocket passing = new ServerSocket(LoopbackPort.free(), 1, LOOPBACK);
    Thread leaves = new Thread(() -> acceptOnceAndLeave(passing));
    leaves.start();
    TargetException late =
        assertThrows(
            TargetException.class,
            () ->
                Readiness.await(
                    new Beginning(),
                    List.of(passing.getLocalPort()),
                    Duration.ofMillis(300),
                    () -> false));
    assertTrue(late.getMessage().contains("not ready within 300 ms"), late.getMessage());
    leaves.join();
  }

  @Test
  void whoHasJustBeenStoppedIsGivenTimeToLeave() throws Exception {
    ServerSocket leaving = new ServerSocket(LoopbackPort.free(), 1, LOOPBACK);
    Thread leaves = new Thread(() -> acceptOnceAndLeave(leaving));
    leaves.start();
    Readiness.awaitVacant(List.of(leaving.getLocalPort()), () -> false);
    assertTrue(leaving.isClosed());
    leaves.join();
  }

  private static void acceptOnceAndLeave(ServerSocket socket) {
    try (socket) {
      socket.accept().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A target that does not listen yet. */
  private static final class Beginning implements Running {

    @Override
    public long pid() {
      return 0;
    }

    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public String ending() {
      return "";
    }

    @Override
    public String tail() {
      return "";
    }

    @Override
    public void kill() {}

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }
}
