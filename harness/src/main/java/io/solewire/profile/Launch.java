package io.solewire.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** In which way a target is started. Immutable. */
public sealed interface Launch {

  /**
   * As a child process.
   *
   * @param words program and arguments; {@code {port}} stands for a free loopback port
   */
  record Command(List<Template> words) implements Launch {}

  /**
   * The reference server of this release.
   *
   * @param options its options besides the port
   */
  record Serve(List<Template> options) implements Launch {}

  /**
   * In a container.
   *
   * @param image name of an image; empty if one is built
   * @param build folder with a Dockerfile; empty if there is an image
   * @param run what the container is told: the arguments of its entry point
   * @param environment its variables
   * @param port on which it listens within a network of its own, published as {@code {port}} on
   *     loopback by the engine's proxy; empty if it shares this machine's network and listens on
   *     {@code {port}} itself, so that every FIN and RST is the server's own
   */
  record Container(
      Optional<String> image,
      Optional<Path> build,
      List<Template> run,
      Map<String, Template> environment,
      OptionalInt port)
      implements Launch {}
}
