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
}
