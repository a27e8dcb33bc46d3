package io.solewire.simulation.gatling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatling.commons.util.LatestGatlingRelease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preferences without a place. */
class NoPreferencesTest {

  private static final String CHECKED = "lastCheckTimestamp";
  private static final int SECONDS = 15;

  private final Preferences root = new NoPreferences().userRoot();
  private Preferences node;

  @BeforeEach
  void aNode() {
    node = root.node("/io/solewire/test");
  }

  @AfterEach
  void withoutTrace() throws BackingStoreException {
    root.node("/io").removeNode();
  }

  @Test
  void whatIsPutIsGotBack() throws BackingStoreException {
    node.put("key", "value");
    node.putLong("number", 7);
    assertEquals("value", node.get("key", "other"));
    assertEquals(7, node.getLong("number", 0));
    assertEquals("value", root.node("io").node("solewire/test").get("key", "other"));
    assertEquals(List.of("key", "number"), Stream.of(node.keys()).sorted().toList());
    assertArrayEquals(new String[] {"solewire"}, root.node("io").childrenNames());
    node.remove("key");
    assertNull(node.get("key", null));
    node.flush();
    node.sync();
  }

  @Test
  void aNodeThatWasRemovedIsMadeAnewAndEmpty() throws BackingStoreException {
    node.put("key", "value");
    node.removeNode();
    assertFalse(root.nodeExists("/io/solewire/test"));
    Preferences anew = root.node("/io/solewire/test");
    assertNull(anew.get("key", null));
    anew.put("key", "again");
    assertEquals("again", anew.get("key", null));
  }

  @Test
  void theNewestReleaseWasLookedForJustNowWhateverIsPut() {
    node.putLong(CHECKED, 1);
    long before = System.currentTimeMillis();
    long checked = node.getLong(CHECKED, 0);
    assertTrue(before <= checked && checked <= System.currentTimeMillis(), "at " + checked);
  }

  @Test
  void gatlingAsksNobodyAndNothingIsWrittenIntoTheHome(@TempDir Path home) throws Exception {
    Path system = Files.createDirectories(home.resolve("system"));
    Path user = Files.createDirectories(home.resolve("user"));
    try (ServerSocket internet = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String said = somebody(user, system, internet.getLocalPort());
      assertEquals("value None", said.strip());
      internet.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, internet::accept, "nobody was asked");
    }
    try (Stream<Path> written = Files.list(user)) {
      assertEquals(List.of(), written.toList());
    }
  }

  /** A process of its own, whose way into the internet leads to a door of the test. */
  private static String somebody(Path home, Path system, int door) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Djava.util.prefs.PreferencesFactory=" + NoPreferences.class.getName(),
                "-Djava.util.prefs.systemRoot=" + system,
                "-Duser.home=" + home,
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + door,
                "-cp",
                System.getProperty("java.class.path"),
                Somebody.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      process.getOutputStream().close();
      assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the process ends by itself");
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Uses preferences, and looks for a newer Gatling as Gatling does. */
  static final class Somebody {

    private Somebody() {}

    public static void main(String[] args) throws BackingStoreException, IOException {
      Preferences mine = Preferences.userRoot().node("/io/solewire");
      mine.put("key", "value");
      mine.flush();
      System.out.println(mine.get("key", "none") + " " + LatestGatlingRelease.load());
    }
  }
}
