package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that keeps its promise is accused by no judge, in whatever order it decides, however
 * late it says so, and however late it learns that a client has left.
 */
class HonestServerTest {

  private static final int HISTORIES = 5_000;
  private static final double PROBED = 8_000;
  private static final double END = 12_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isAccusedByNoJudge(int max) {
    Profile profile = Small.profile(Map.of("max", "" + max));
    Set<String> passed = new HashSet<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      Server server = new Server(max, new Random(seed));
      Small history = server.run();
      List<Finding> findings = Judges.judge(profile, List.of(history.end(END)));
      List<Finding> bad = findings.stream().filter(Finding::isBad).toList();
      assertEquals(List.of(), bad, "seed " + seed + history);
      findings.stream().filter(f -> f.verdict() == Verdict.PASS).forEach(f -> passed.add(f.rule()));
    }
    Set<String> seen = Set.of("A1", "A2", "A3", "A6", "B1", "B2", "C2", "C6", "D1", "D2");
    assertTrue(passed.containsAll(seen), "what it was seen to keep: " + passed);
  }

  /** Decides at an instant of its own between the request and the admission. */
  private static final class Server {
    private final int max;
    private final Random random;
    private final Small history = new Small();
    private final List<Client> live = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean race;

    private static final class Client {
      private String conn;
      private double admitted;
      private double left = END;
      private boolean ended;
    }

    private record Step(double t, DoubleConsumer what) {}

    Server(int max, Random random) {
      this.max = max;
      this.random = random;
    }

    Small run() {
      race = random.nextInt(3) == 0;
      boolean oneByOne = random.nextInt(3) == 0;
      double asked = 0;
      int clients = 2 + random.nextInt(4);
      for (int i = 0; i < clients; i++) {
        asked = oneByOne ? asked + 40 : random.nextInt(40);
        client("c" + i, asked);
      }
      steps.sort(Comparator.comparingDouble(Step::t));
      steps.forEach(step -> step.what().accept(step.t()));
      for (Client client : live) {
        history.probed(PROBED, PROBED + 1, client.conn);
      }
      return history;
    }

    private void client(String conn, double asked) {
      Client client = new Client();
      client.conn = conn;
      double decided = asked + some(8);
      client.admitted = decided + some(8);
      history.asks(asked, conn);
      history.at(client.admitted, conn, EventKind.ADMITTED);
      steps.add(new Step(decided, t -> decide(client, t)));
      if (race) {
        history.at(asked, conn, EventKind.FAULT, Detail.named(Faults.RACE, ""));
      } else if (random.nextInt(4) == 0) {
        client.left = client.admitted + some(40);
        steps.add(new Step(client.left + some(10), t -> leave(client, t)));
      }
    }

    private void decide(Client client, double t) {
      live.add(client);
      if (live.size() > max) {
        Client oldest = live.remove(0);
        oldest.ended = true;
        double read = Math.max(oldest.admitted, t + some(6)) + 0.1;
        if (oldest.left < read) {
          left(oldest, read);
        } else {
          history.closed(read, oldest.conn, 4409);
        }
      }
    }

    private void leave(Client client, double t) {
      live.remove(client);
      if (!client.ended) {
        left(client, t + some(6));
      }
    }

    /** The client had closed before it read the server's Close. */
    private void left(Client client, double read) {
      Detail close = Detail.close(1000, 0, true, "");
      history.at(client.left, client.conn, EventKind.CLOSE_OUT, close);
      history.at(read, client.conn, EventKind.CLOSE_IN, close);
      history.at(read + 0.1, client.conn, EventKind.FIN_IN);
    }

    private double some(int most) {
      return random.nextInt(most * 4) / 4.0 + 0.05;
    }
  }
}
