package io.solewire.server.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The swap, the compare-and-delete, and the place given back. */
final class RegistryTest {
  private static final UserKey U = UserKey.of("u");
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
    return new Connection(registry.nextNumber(), U, "s", channel, listener);
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
    assertEquals(List.of(), registry.claim(first).superseded());
    registry.settle(first);
    assertEquals(List.of(first), registry.claim(second).superseded());
    assertEquals(Optional.of(second), registry.current(U));
    assertEquals(List.of(first, second), registry.of(U));
  }

  @Test
  void theEndOfAnOlderOneLeavesTheNewerInPlace() {
    Connection older = admitted();
    Connection newer = admitted();
    end(older);
    assertEquals(Optional.of(newer), registry.current(U));
    assertEquals(List.of(newer), registry.of(U));
  }

  @Test
  void theEndOfTheNewerDoesNotBringTheOlderBack() {
    admitted();
    Connection newer = admitted();
    end(newer);
    assertEquals(Optional.empty(), registry.current(U));
  }

  @Test
  void aNewcomerThatEndsBeforeIts101GivesThePlaceBack() {
    Connection older = admitted();
    Connection aborted = connection();
    registry.claim(aborted);
    end(aborted);
    assertEquals(Optional.of(older), registry.current(U));
  }

  @Test
  void twoThatAbortGiveThePlaceBackInEitherOrder() {
    Connection older = admitted();
    for (boolean newestFirst : new boolean[] {true, false}) {
      Connection second = connection();
      Connection third = connection();
      registry.claim(second);
      assertEquals(List.of(second, older), registry.claim(third).superseded());
      end(newestFirst ? third : second);
      end(newestFirst ? second : third);
      assertEquals(Optional.of(older), registry.current(U));
    }
  }

  @Test
  void aPlaceIsNotGivenBackToOneThatHasEnded() {
    Connection older = admitted();
    Connection aborted = connection();
    registry.claim(aborted);
    end(older);
    end(aborted);
    assertEquals(Optional.empty(), registry.current(U));
    assertTrue(registry.all().findAny().isEmpty());
  }

  @Test
  void oneThatHasEndedBeforeItsClaimLeavesNothingBehind() {
    Connection late = connection();
    end(late);
    registry.claim(late);
    assertEquals(Optional.empty(), registry.current(U));
    assertTrue(registry.of(U).isEmpty());
  }

  @Test
  void theEpochFollowsTheDecisionsAndNotTheNumbers() {
    Connection first = connection();
    Connection second = connection();
    registry.claim(second);
    registry.claim(first);
    assertTrue(first.epoch() > second.epoch(), first.epoch() + " after " + second.epoch());
  }

  @Test
  void aPlaceThatWasOneOfSeveralIsGivenBack() {
    Registry two = new Registry(new Policy(Policy.Kind.NEWEST_WINS, 2), PresenceListener.NONE);
    Connection oldest = connection();
    Connection older = connection();
    Connection aborted = connection();
    for (Connection each : List.of(oldest, older)) {
      two.claim(each);
      each.opened();
      two.settle(each);
    }
    assertEquals(List.of(oldest), two.claim(aborted).superseded());
    assertEquals(List.of(older, aborted), two.holders(U));
    end(aborted);
    two.remove(aborted);
    assertEquals(List.of(oldest, older), two.holders(U));
  }

  @Test
  void whoeverIsNeverAdmittedIsNeverShown() {
    List<String> shown = new ArrayList<>();
    PresenceListener notes =
        new PresenceListener() {
          @Override
          public void online(UserKey user) {
            shown.add("online");
          }

          @Override
          public void offline(UserKey user) {
            shown.add("offline");
          }
        };
    Registry shy = new Registry(Policy.ONE, notes);
    Connection aborted = connection();
    shy.claim(aborted);
    shy.remove(aborted);
    assertEquals(List.of(), shown);
    Connection first = connection();
    Connection second = connection();
    shy.claim(first);
    shy.claim(second);
    first.opened();
    shy.settle(first);
    end(second);
    shy.remove(second);
    assertEquals(List.of("online"), shown, "the first has its place back");
    end(first);
    shy.remove(first);
    assertEquals(List.of("online", "offline"), shown);
  }
}
