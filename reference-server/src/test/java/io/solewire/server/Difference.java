package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * What one variant does and the honest server does not, although it could.
 *
 * @param variant its name
 * @param body fails with an AssertionError where it is not done
 */
record Difference(String variant, Trial.Body body) {
  static Difference of(String variant, Trial.Look look) {
    return new Difference(
        variant,
        settings -> {
          try (ReferenceServer server = ReferenceServer.start(settings.build())) {
            look.at(server);
          }
        });
  }

  void isSeen() throws Exception {
    body.run(settings().variant(variant));
  }

  void isNotTheHonestServers() {
    assertThrows(AssertionError.class, () -> body.run(settings()));
  }

  private static ServerConfig.Builder settings() {
    return ServerConfig.builder().force(Duel.FORCE);
  }

  @Override
  public String toString() {
    return variant;
  }
}
