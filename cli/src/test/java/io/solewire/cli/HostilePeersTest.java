package io.solewire.cli;

import static org.awaitility.Awaitility.await;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What answers in place of a WebSocket server is named, and nobody waits for ever. */
class HostilePeersTest {

  @TempDir private Path folder;

  @Test
  void anHttpServerThatKnowsNoSuchPath() throws Exception {
    try (Peer peer = new Peer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", true)) {
      judge(peer).saying("answered the upgrade with \"HTTP/1.1 404 Not Found\" instead of 101");
    }
  }

  @Test
  void aServerOfAnotherProtocol() throws Exception {
    try (Peer peer = new Peer("SSH-2.0-OpenSSH_9.2\r\n", false)) {
      judge(peer).saying("it does not speak HTTP; it said \"SSH-2.0-OpenSSH_9.2\"");
    }
  }

  @Test
  void oneThatNeverAnswers() throws Exception {
    try (Peer peer = new Peer("", false)) {
      judge(peer).saying("was not admitted within");
    }
  }

  @Test
  void oneThatClosesAtOnce() throws Exception {
    try (Peer peer = new Peer("", true)) {
      judge(peer).saying("the target ws://127.0.0.1:" + peer.port());
    }
  }

  @Test
  void oneThatDiesHalfWayIsLostAndNotAccused() throws Exception {
    Target target = Target.honest();
    Cli.Running run = Cli.start(folder, Cli.conform(folder.resolve("run"), target.url()));
    await().atMost(Duration.ofSeconds(30)).until(() -> run.text("out").contains("pass "));
    target.close();
    run.await().with(ExitCode.TARGET).saying("it was lost:");
    Cli.run("check", folder.resolve("run").toString()).with(ExitCode.TARGET).saying("it was lost:");
  }

  private Ended judge(Peer peer) throws IOException {
    String url = "ws://127.0.0.1:" + peer.port() + "/ws?user={user}";
    Ended ended = Cli.run(Cli.conform(folder, url)).with(ExitCode.TARGET);
    Cli.run("check", folder.toString()).with(ExitCode.TARGET);
    Files.readString(folder.resolve("report.html"));
    return ended;
  }

  /** Sends the same to everybody, and may close then. */
  private static final class Peer implements AutoCloseable {

    private final ServerSocket listener =
        new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();
    private final String text;
    private final boolean closes;

    Peer(String text, boolean closes) throws IOException {
      this.text = text;
      this.closes = closes;
      Thread thread = new Thread(this::serve, "peer");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return listener.getLocalPort();
    }

    private void serve() {
      while (!listener.isClosed()) {
        try {
          Socket socket = listener.accept();
          accepted.add(socket);
          answer(socket);
        } catch (IOException ignored) {
          // the other side gave up, or the test is over
        }
      }
    }

    private void answer(Socket socket) throws IOException {
      if (text.startsWith("HTTP")) {
        socket.getInputStream().read(new byte[4096]);
      }
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      if (closes) {
        socket.close();
      }
    }

    @Override
    public void close() throws IOException {
      listener.close();
      for (Socket socket : accepted) {
        socket.close();
      }
    }
  }
}
