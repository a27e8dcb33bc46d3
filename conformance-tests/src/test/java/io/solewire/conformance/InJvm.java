package io.solewire.conformance;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Control;
import io.solewire.conformance.target.LoopbackPort;
import io.solewire.conformance.target.TargetException;
import io.solewire.profile.Ports;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.ServerStartException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A reference server in this JVM that can be killed, stopped and started again. */
final class InJvm implements Control, AutoCloseable {

  private final ServerConfig.Builder config;
  private ReferenceServer server;

  /** It is started again where it was, so it listens where nobody else is given a port. */
  InJvm(ServerConfig.Builder config) throws ServerStartException, TargetException {
    List<Integer> nodes = new ArrayList<>();
    for (Integer any : config.build().nodePorts()) {
      nodes.add(LoopbackPort.free());
    }
    this.config = config.port(LoopbackPort.free()).nodePorts(nodes);
    this.server = ReferenceServer.start(config.build());
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
