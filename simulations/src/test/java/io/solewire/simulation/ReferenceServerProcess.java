package io.solewire.simulation;

import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.ServerStartException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The reference server as a child process, which ends when its parent does: it reads its standard
 * input to the end.
 */
final class ReferenceServerProcess {

  private ReferenceServerProcess() {}

  /**
   * Starts one on any free port.
   *
   * @param fault what it gets wrong; empty for nothing
   * @return where it is, with {@code {user}}
   */
  static String start(String fault) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    String name = ReferenceServerProcess.class.getName();
    try {
      Process process =
          new ProcessBuilder(java.toString(), "-cp", classes, name, fault)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String port = out.readLine();
      if (port == null) {
        throw new IllegalStateException("the reference server did not start");
      }
      return "ws://127.0.0.1:" + port + "/ws?user={user}";
    } catch (IOException e) {
      throw new IllegalStateException("the reference server did not start: " + e.getMessage(), e);
    }
  }

  public static void main(String[] args) throws ServerStartException, IOException {
    ServerConfig.Builder config = ServerConfig.builder();
    if (!args[0].isEmpty()) {
      config.fault(args[0]);
    }
    try (ReferenceServer server = ReferenceServer.start(config.build())) {
      System.out.println(server.port());
      System.out.flush();
      while (System.in.read() >= 0) {
        // until the parent is gone
      }
    }
  }
}
