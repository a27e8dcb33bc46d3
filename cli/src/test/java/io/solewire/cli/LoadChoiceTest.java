package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The load of a run fits its profile, or there is none. */
class LoadChoiceTest {

  private static final String URL = "ws://127.0.0.1:1/ws?user={user}";

  @TempDir private Path folder;

  /** One with so many accounts and limits, each of which is 0 if there is none. */
  private Profile profile(int accounts, int connections, int connects) throws Exception {
    Map<String, String> keys = new LinkedHashMap<>();
    if (accounts > 0) {
      String rows =
          IntStream.range(0, accounts).mapToObj(i -> "u" + i + "\n").collect(Collectors.joining());
      Path file = Files.writeString(folder.resolve("users.csv"), "user\n" + rows);
      keys.put("credentials", file.toString());
    }
    if (connections > 0) {
      keys.put("limits.connections", "" + connections);
    }
    if (connects > 0) {
      keys.put("limits.connects-per-second", "" + connects);
    }
    return ProfileReader.forUrl(URL, keys);
  }

  private LoadChoice choice(Profile profile) {
    return LoadChoice.of(profile, new LoadOptions(), false);
  }

  @ParameterizedTest(name = "{0} accounts")
  @CsvSource({"20, 14", "305, 299", "306, 300", "1000, 300"})
  void leavesAnAccountForWhoLooksInTheEnd(int accounts, int users) throws Exception {
    LoadChoice choice = choice(profile(accounts, 0, 0));
    assertEquals(Optional.empty(), choice.against());
    LoadPlan plan = choice.plan();
    assertEquals(users, plan.users());
  }

  @ParameterizedTest(name = "{0} accounts, {1} connections, {2} connects a second")
  @CsvSource({
    "0, 0, 0, 300, 300",
    "0, 355, 0, 300, 300",
    "0, 349, 0, 294, 294",
    "0, 200, 0, 163, 163",
    "0, 200, 50, 163, 50",
    "0, 0, 1, 300, 1",
    "0, 20, 0, 13, 13",
    "0, 8, 0, 2, 2",
    "20, 0, 0, 14, 14",
    "8, 0, 0, 2, 2",
    "100, 60, 0, 46, 46"
  })
  void eachUserTakesOverOnceASecond(
      int accounts, int connections, int connects, int users, double rate) throws Exception {
    LoadChoice choice = choice(profile(accounts, connections, connects));
    assertEquals(Optional.empty(), choice.against());
    assertEquals(users, choice.plan().users());
    assertEquals(rate, choice.plan().rate());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--users 20, 20, 20",
    "--users 1000, 1000, 300",
    "--rate 40, 300, 40",
    "--users 20 --rate 40, 20, 40"
  })
  void theRateFollowsTheUsersThatAreAskedForUnlessItIsSaid(String asked, int users, double rate)
      throws Exception {
    LoadOptions options = CommandLine.populateCommand(new LoadOptions(), asked.split(" "));
    LoadPlan plan = LoadChoice.of(profile(0, 0, 0), options, false).plan();
    assertEquals(users, plan.users());
    assertEquals(rate, plan.rate());
  }

  @ParameterizedTest(name = "{0} accounts, {1} connections")
  @CsvSource({
    "0, 7, limits.connections: 7",
    "0, 1, limits.connections: 1",
    "7, 0, credentials: 7 accounts",
    "1, 500, credentials: 1 account",
    "3, 4, limits.connections: 4"
  })
  void whereTwoUsersHaveNoRoomThereIsNoLoad(int accounts, int connections, String what)
      throws Exception {
    LoadChoice choice = choice(profile(accounts, connections, 0));
    String why = ": expected at least 8, for 2 users and 5 strangers of a load, and one more";
    assertEquals(Optional.of(what + why), choice.against());
  }
}
