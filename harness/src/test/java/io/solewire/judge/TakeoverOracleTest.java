package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.EventKind;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connects that follow one another have one order only, so who must go and who must stay is known:
 * A1 accuses exactly those that are there too long, and A2 whoever ends one that must stay.
 */
class TakeoverOracleTest {

  private static final int HISTORIES = 8_000;
  private static final double STEP = 10;
  private static final double FORCE = 5_500;
  private static final double PROBED = 9_000;
  private static final double END = 14_000;

  /** One connection: asked at its place in the row, admitted 2 ms later. */
  private record Client(int place, boolean leaves, double closed, boolean answers) {
    String conn() {
      return "c" + place;
    }

    double asked() {
      return place * STEP;
    }

    double left() {
      return leaves ? asked() + 5 : END + 1;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whoeverIsThereTooLongIsAccusedAndNobodyElse(int max) {
    Profile profile = Small.profile(Map.of("max", "" + max));
    int accused = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<Client> clients = clients(new Random(seed), true);
      Small history = history(clients);
      List<String> expected = new ArrayList<>();
      for (Client client : clients) {
        double superseded = superseded(max, clients, client);
        boolean there = client.closed() > superseded + FORCE;
        if (superseded < END && there && client.left() > superseded) {
          expected.add(client.conn());
        }
      }
      accused += expected.size();
      List<String> found =
          Judges.judge(profile, List.of(history.end(END))).stream()
              .filter(f -> f.rule().equals("A1") && f.verdict() == Verdict.FAIL)
              .map(f -> f.expected().substring(0, 2))
              .toList();
      assertEquals(expected, found, "seed " + seed + clients + history);
    }
    assertTrue(accused > HISTORIES / 10, "accused " + accused);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whoeverEndsOneThatMustStayIsAccused(int max) {
    Profile profile = Small.profile(Map.of("max", "" + max));
    int accused = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<Client> clients = clients(new Random(seed), false);
      Small history = history(clients);
      boolean broken = false;
      for (Client client : clients) {
        int next = client.place() + max;
        double due = next < clients.size() ? next * STEP : END;
        boolean stays = next >= clients.size();
        broken |= client.closed() < due || stays && !client.answers();
      }
      accused += broken ? 1 : 0;
      boolean found =
          Judges.judge(profile, List.of(history.end(END))).stream()
              .anyMatch(f -> f.rule().equals("A2") && f.verdict() == Verdict.FAIL);
      assertEquals(broken, found, "seed " + seed + clients + history);
    }
    assertTrue(accused > HISTORIES / 10, "accused " + accused);
  }

  /** When the admission of the {@code max}-th of those that are there after it was read. */
  private static double superseded(int max, List<Client> clients, Client old) {
    for (Client young : clients.subList(old.place() + 1, clients.size())) {
      double now = young.asked() + 2;
      long there =
          clients.subList(old.place() + 1, young.place() + 1).stream()
              .filter(c -> Math.min(c.left(), c.closed()) > now)
              .count();
      boolean oneTooMany = Math.min(old.left(), old.closed()) > young.asked();
      if (there >= max && oneTooMany) {
        return now;
      }
    }
    return END;
  }

  private static List<Client> clients(Random random, boolean leave) {
    List<Client> clients = new ArrayList<>();
    int size = 2 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      boolean leaves = leave && random.nextInt(4) == 0;
      double[] ends = {END + 1, END + 1, i * STEP + 3, i * STEP + 13, i * STEP + 23, 6_500};
      double closed = leaves ? END + 1 : ends[random.nextInt(ends.length)];
      clients.add(new Client(i, leaves, closed, random.nextInt(4) > 0));
    }
    return clients;
  }

  private static Small history(List<Client> clients) {
    Small history = new Small();
    for (Client client : clients) {
      history.asks(client.asked(), client.conn());
      history.at(client.asked() + 2, client.conn(), EventKind.ADMITTED);
      if (client.leaves()) {
        history.at(client.left(), client.conn(), EventKind.RST_OUT);
      } else if (client.closed() < END) {
        history.closed(client.closed(), client.conn(), 4409);
      } else {
        double answered = client.answers() ? PROBED + 1 : -1;
        history.probed(PROBED, answered, client.conn());
      }
    }
    return history;
  }
}
