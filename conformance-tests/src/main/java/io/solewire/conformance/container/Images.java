package io.solewire.conformance.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PullResponseItem;
import io.solewire.conformance.target.TargetException;
import io.solewire.profile.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Sees to it that the image of a target is there: built from a folder, or pulled. Stateless. */
final class Images {

  /** A first build installs packages. */
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private static final long POLL_MS = 200;

  private Images() {}

  /**
   * Makes an image available.
   *
   * @param client the engine
   * @param container what the profile says
   * @param log takes what the engine says meanwhile
   * @param unwanted turns true when it is not needed any more
   * @return what a container is created from
   * @throws TargetException if there is no such image, it does not build, or takes too long
   */
  static String available(
      DockerClient client, Launch.Container container, Log log, BooleanSupplier unwanted)
      throws TargetException {
    return container.build().isPresent()
        ? build(client, container.build().get(), log, unwanted)
        : pulled(client, container.image().orElseThrow(), log, unwanted);
  }

  private static String build(DockerClient client, Path folder, Log log, BooleanSupplier unwanted)
      throws TargetException {
    String tag = "solewire-target/" + name(folder);
    Progress<BuildResponseItem> building = new Progress<>(log);
    String what = "the image of " + folder;
    try {
      client.buildImageCmd(folder.toFile()).withTags(Set.of(tag)).withForcerm(true).exec(building);
    } catch (RuntimeException e) {
      throw notThere(what + " does not build: " + Engine.cause(e), log);
    }
    await(building, what, log, unwanted);
    if (building.failure().isPresent()) {
      throw notThere(what + " does not build: " + building.failure().get(), log);
    }
    return tag;
  }

  private static String pulled(DockerClient client, String image, Log log, BooleanSupplier unwanted)
      throws TargetException {
    try {
      client.inspectImageCmd(image).exec();
      return image;
    } catch (NotFoundException e) {
      log.add("pulling " + image + "\n");
    }
    Progress<PullResponseItem> pulling = new Progress<>(log);
    String what = "the image " + image;
    client.pullImageCmd(image).exec(pulling);
    await(pulling, what, log, unwanted);
    if (pulling.failure().isPresent()) {
      throw notThere(what + " is not here and cannot be pulled: " + pulling.failure().get(), log);
    }
    return image;
  }

  private static void await(Progress<?> work, String what, Log log, BooleanSupplier unwanted)
      throws TargetException {
    long deadline = System.nanoTime() + WITHIN.toNanos();
    try (work) {
      while (!work.hasEnded(POLL_MS)) {
        if (unwanted.getAsBoolean()) {
          throw TargetException.interrupted();
        }
        if (System.nanoTime() > deadline) {
          throw notThere(what + " was not there within " + WITHIN.toMinutes() + " minutes", log);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TargetException.interrupted();
    } catch (IOException e) {
      log.add(Engine.cause(e) + "\n"); // of closing what has ended
    }
  }

  private static TargetException notThere(String what, Log log) {
    return TargetException.notStarted("the target could not be started: " + what + log.tail());
  }

  /** Letters, digits and dashes, as the engine wants names. */
  private static String name(Path folder) {
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.matches("[a-z0-9].*") ? plain.replaceAll("-+$", "") : "folder";
  }
}
