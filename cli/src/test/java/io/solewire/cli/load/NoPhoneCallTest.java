package io.solewire.cli.load;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.LoadPlan;
import io.solewire.result.LoadOutcome;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A load speaks with its target and with nobody else. Gatling would tell its makers that it is used
 * and ask for a newer release of itself; both go through the proxy that the process is told of,
 * which is this test's. That it would see them is shown for each.
 */
@Timeout(120)
class NoPhoneCallTest {

  private static final String PREFERENCES = "-Djava.util.prefs.PreferencesFactory=";
  private static final long BOUND_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aLoadCallsNobody() throws Exception {
    try (Proxy proxy = new Proxy();
        ReferenceServer server = ReferenceServer.start(ServerConfig.builder().build())) {
      run(command(server.port()), proxy);
      assertTrue(Files.exists(folder.resolve(LoadOutcome.FILE)), log());
      try (Socket own = new Socket(InetAddress.getByName("127.0.0.1"), proxy.port())) {
        OutputStream out = own.getOutputStream();
        out.write("the last\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        await().atMost(Duration.ofSeconds(20)).until(() -> proxy.heard.contains("the last"));
      }
      assertEquals(List.of("the last"), proxy.heard);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void withoutOurPreferencesItWouldAskForANewerRelease() throws Exception {
    List<String> command = command(nobody());
    assertTrue(command.removeIf(option -> option.startsWith(PREFERENCES)), command.toString());
    command.add(1, "-Djava.util.prefs.userRoot=" + folder);
    try (Proxy proxy = new Proxy()) {
      run(command, proxy);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertEquals(List.of("CONNECT repo1.maven.org:443 HTTP/1.1"), proxy.heard));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void withoutOurConfigurationItWouldTellItsMakers() throws Exception {
    List<String> command = command(nobody());
    command.add(1, "-Dgatling.data.enableAnalytics=true");
    try (Proxy proxy = new Proxy()) {
      run(command, proxy);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertFalse(proxy.heard.isEmpty(), log()));
      assertTrue(proxy.heard.get(0).startsWith("CONNECT "), proxy.heard.toString());
    }
  }

  private List<String> command(int port) {
    LoadPlan plan = new LoadPlan("takeover", 20, 10, 1, 1_000, "uniform", List.of());
    String url = "ws://127.0.0.1:" + port + "/ws?user={user}";
    return new ArrayList<>(
        LoadJvm.command(
            new LoadProcess.Request(
                new LoadProcess.Server(null, url, "", 0),
                Optional.empty(),
                List.of("evicted.force=2s"),
                plan,
                7,
                folder,
                "./solewire load",
                List.of(),
                OptionalInt.empty(),
                false),
            Set.of()));
  }

  private static int nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void run(List<String> command, Proxy proxy) throws Exception {
    for (String scheme : List.of("http", "https")) {
      command.add(1, "-D" + scheme + ".proxyHost=127.0.0.1");
      command.add(1, "-D" + scheme + ".proxyPort=" + proxy.port());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      assertTrue(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS), "it did not end: " + log());
    } finally {
      process.destroyForcibly();
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** Notes the first line of whoever connects, and lets nobody through. */
  private static final class Proxy implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket listener =
        new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

    Proxy() throws IOException {
      Thread thread = new Thread(this::listen, "proxy");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return listener.getLocalPort();
    }

    private void listen() {
      while (!listener.isClosed()) {
        try (Socket socket = listener.accept();
            BufferedReader lines =
                new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
          heard.add("" + lines.readLine());
        } catch (IOException ignored) {
          // whoever it was has gone, or the test is over
        }
      }
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
