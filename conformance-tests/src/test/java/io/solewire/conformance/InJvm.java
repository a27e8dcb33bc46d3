package io.solewire.conformance;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Control;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.ServerStartException;

/** A reference server in this JVM that can be killed, stopped and started again. */
final class InJvm implements Control, AutoCloseable {

  private final ServerConfig.Builder config;
  private ReferenceServer server;

  InJvm(ServerConfig.Builder config) throws ServerStartException {
    this.config = config;
    this.server = ReferenceServer.start(config.build());
    config.port(server.port());
  }

  int port() {
    return server.port();
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void stop() {
    new Thread(server::close, "stopping").start();
  }

  @Override
  public void restart() {
    server.close();
    try {
      server = ReferenceServer.start(config.build());
    } catch (ServerStartException e) {
      throw new CannotGoOnException(e.getMessage());
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
