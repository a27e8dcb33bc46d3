package io.solewire.cli;

import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A reference server in this process, with the profile that it keeps or breaks. */
record Target(ReferenceServer server) implements AutoCloseable {

  static Target honest() throws Exception {
    return new Target(ReferenceServer.start(config().build()));
  }

  static Target with(String fault) throws Exception {
    return new Target(ReferenceServer.start(config().fault(fault).build()));
  }

  /** One that is right in another way. */
  static Target as(String variant) throws Exception {
    return new Target(ReferenceServer.start(config().variant(variant).build()));
  }

  private static ServerConfig.Builder config() {
    return ServerConfig.builder().force(Duration.ofSeconds(1)).faultDelay(Duration.ofMillis(1600));
  }

  String url() {
    return "ws://127.0.0.1:" + server.port() + "/ws?user={user}";
  }

  /** Writes its profile. */
  String profile(Path folder) throws IOException {
    String http = "http://127.0.0.1:" + server.port() + "/users/{user}/messages";
    Path file = folder.resolve("target.yaml");
    Files.writeString(
        file,
        """
        profile: 1
        name: under-test
        url: %s
        evicted: { codes: [4409], reason: superseded, by: [close] }
        publish: { http: { method: POST, url: "%s", body: "{message}" } }
        """
            .formatted(url(), http));
    return file.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
