package com.example.chat;

import io.solewire.conformance.junit.Solewire;
import io.solewire.conformance.junit.SolewireCases;
import io.solewire.conformance.junit.SolewireUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@Solewire(
    set = {
      "evicted.codes=[4001]",
      "evicted.reason=superseded",
      "evicted.force=1s",
      "quiet=500ms"
    })
class OneConnectionTest implements SolewireCases {

  private static ChatServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    server = new ChatServer().listen();
  }

  @SolewireUrl
  static String url() {
    return "ws://127.0.0.1:" + server.getPort() + "/ws?user={user}";
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.stop();
  }
}
