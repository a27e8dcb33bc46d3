package io.solewire.conformance.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import io.solewire.conformance.target.Running;
import io.solewire.conformance.target.TargetException;
import io.solewire.profile.Launch;
import io.solewire.profile.Ports;
import io.solewire.profile.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts targets in containers. Stateless and thread-safe. */
public final class Containers {

  /** The network that a container joins in place of this machine's, as the engine names it. */
  private static final String NETWORK = "solewire.network";

  private static final String LOOPBACK = "127.0.0.1";

  private Containers() {}

  /**
   * Starts one, ready or not; its image is built or pulled first, which may take minutes.
   *
   * @param container what the profile says
   * @param ports what stands for {@code {port}} and the like
   * @param log where the output of build and container goes
   * @param unwanted turns true when it need not be started any more
   * @return the container
   * @throws TargetException if there is no engine or no image, or it cannot be started; nothing is
   *     left of it then
   */
  public static Running start(
      Launch.Container container, Ports ports, Path log, BooleanSupplier unwanted)
      throws TargetException {
    DockerClient client = Engine.client();
    Log output = new Log(log);
    String image = Images.available(client, container, output, unwanted);
    String id = create(client, container, image, ports);
    return Container.start(client, id, output);
  }

  private static String create(
      DockerClient client, Launch.Container container, String image, Ports ports)
      throws TargetException {
    Variables known = ports.variables();
    List<String> environment =
        container.environment().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().render(known))
            .toList();
    try {
      CreateContainerCmd command =
          client
              .createContainerCmd(image)
              .withLabels(Engine.labels())
              .withEnv(environment)
              .withHostConfig(network(container, ports));
      container.port().ifPresent(port -> command.withExposedPorts(ExposedPort.tcp(port)));
      if (!container.run().isEmpty()) {
        command.withCmd(container.run().stream().map(word -> word.render(known)).toList());
      }
      return command.exec().getId();
    } catch (RuntimeException e) {
      throw TargetException.notStarted(
          "the target could not be started: no container of " + image + ": " + Engine.cause(e));
    }
  }

  /** The network that we are in ourselves, unless one port of another one is published. */
  private static HostConfig network(Launch.Container container, Ports ports)
      throws TargetException {
    HostConfig config = HostConfig.newHostConfig();
    if (container.port().isPresent() && System.getProperty(NETWORK) != null) {
      throw TargetException.notStarted(
          "the target could not be started: start.port is published on this machine, which is out"
              + " of reach from a network of its own: leave out start.port or --isolated");
    }
    return container.port().isEmpty()
        ? config.withNetworkMode(System.getProperty(NETWORK, "host"))
        : config.withPortBindings(
            PortBinding.parse(LOOPBACK + ":" + ports.first() + ":" + container.port().getAsInt()));
  }
}
