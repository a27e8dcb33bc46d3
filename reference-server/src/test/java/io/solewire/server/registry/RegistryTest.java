package io.solewire.server.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The swap, the compare-and-delete, and the place given back. */
final class RegistryTest {
  private final Registry registry = new Registry();
  private final ConnectionListener listener =
      new ConnectionListener() {
        @Override
        public void ended(Connection connection, Release release) {
          registry.remove(connection);
        }
      };

  private Connection connection() {
    EmbeddedChannel channel = new EmbeddedChannel();
    return new Connection(registry.nextNumber(), "u", "s", channel, listener);
  }

  private Connection admitted() {
    Connection connection = connection();
    registry.claim(connection);
    connection.opened();
    registry.settle(connection);
    return connection;
  }

  private static void end(Connection connection) {
    connection.channel().close();
    ((EmbeddedChannel) connection.channel()).runPendingTasks();
  }

  @Test
  void aClaimFindsTheOneBefore() {
    Connection first = connection();
    Connection second = connection();
    assertEquals(List.of(), registry.claim(first));
    registry.settle(first);
    assertEquals(List.of(first), registry.claim(second));
    assertEquals(Optional.of(second), registry.current("u"));
    assertEquals(List.of(first, second), registry.of("u"));
  }

  @Test
  void theEndOfAnOlderOneLeavesTheNewerInPlace() {
    Connection older = admitted();
    Connection newer = admitted();
    end(older);
    assertEquals(Optional.of(newer), registry.current("u"));
    assertEquals(List.of(newer), registry.of("u"));
  }

  @Test
  void theEndOfTheNewerDoesNotBringTheOlderBack() {
    admitted();
    Connection newer = admitted();
    end(newer);
    assertEquals(Optional.empty(), registry.current("u"));
  }

  @Test
  void aNewcomerThatEndsBeforeIts101GivesThePlaceBack() {
    Connection older = admitted();
    Connection aborted = connection();
    registry.claim(aborted);
    end(aborted);
    assertEquals(Optional.of(older), registry.current("u"));
  }

  @Test
  void twoThatAbortGiveThePlaceBackInEitherOrder() {
    Connection older = admitted();
    for (boolean newestFirst : new boolean[] {true, false}) {
      Connection second = connection();
      Connection third = connection();
      registry.claim(second);
      assertEquals(List.of(second, older), registry.claim(third));
      end(newestFirst ? third : second);
      end(newestFirst ? second : third);
      assertEquals(Optional.of(older), registry.current("u"));
    }
  }

  @Test
  void aPlaceIsNotGivenBackToOneThatHasEnded() {
    Connection older = admitted();
    Connection aborted = connection();
    registry.claim(aborted);
    end(older);
    end(aborted);
    assertEquals(Optional.empty(), registry.current("u"));
    assertTrue(registry.all().findAny().isEmpty());
  }

  @Test
  void oneThatHasEndedBeforeItsClaimLeavesNothingBehind() {
    Connection late = connection();
    end(late);
    registry.claim(late);
    assertEquals(Optional.empty(), registry.current("u"));
    assertTrue(registry.of("u").isEmpty());
  }
}
