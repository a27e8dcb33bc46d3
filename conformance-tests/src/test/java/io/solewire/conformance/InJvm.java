package io.solewire.conformance;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Control;
import io.solewire.profile.Ports;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.ServerStartException;
import java.util.List;
import java.util.stream.Collectors;

/** A reference server in this JVM that can be killed, stopped and started again. */
final class InJvm implements Control, AutoCloseable {

  private final ServerConfig.Builder config;
  private ReferenceServer server;

  InJvm(ServerConfig.Builder config) throws ServerStartException {
    this.config = config;
    this.server = ReferenceServer.start(config.build());
    List<Integer> ports = server.ports(); // to be started again where it was
    config.port(ports.get(0)).nodePorts(ports.subList(1, ports.size()));
  }

  int port() {
    return server.port();
  }

  /** Those of its nodes, and others that nobody listens on. */
  Ports ports() {
    return Ports.of(server.ports().stream().map(String::valueOf).collect(Collectors.joining(",")));
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
