package io.solewire.conformance.launch;

import io.solewire.conformance.container.Containers;
import io.solewire.conformance.target.ChildProcess;
import io.solewire.conformance.target.Readiness;
import io.solewire.conformance.target.Running;
import io.solewire.conformance.target.TargetException;
import io.solewire.profile.Launch;
import io.solewire.profile.Ports;
import io.solewire.profile.Start;
import io.solewire.profile.Template;
import io.solewire.profile.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts what a profile says, in whatever way, and waits until it is ready. Stateless. */
public final class Launcher {

  /** How the reference server is started, where there is one. */
  @FunctionalInterface
  public interface Serving {

    /**
     * Starts it.
     *
     * @param options its options besides the port
     * @return the process, ready or not
     * @throws TargetException if it cannot be started
     */
    Running start(List<String> options) throws TargetException;
  }

  private Launcher() {}

  /**
   * Starts a target.
   *
   * @param start what the profile says
   * @param ports what stands for {@code {port}} and the like
   * @param log where its output goes
   * @param unwanted turns true when it need not be started any more
   * @param serving how the reference server is started
   * @return the target, which accepts connections
   * @throws TargetException if it cannot be started, ends at once, is not ready in time, or
   *     somebody else listens on a port of its; nothing is left of it then
   */
  public static Running start(
      Start start, Ports ports, Path log, BooleanSupplier unwanted, Serving serving)
      throws TargetException {
    Variables known = ports.variables();
    List<Integer> ready =
        start.readyPorts().stream().map(port -> Integer.valueOf(port.render(known))).toList();
    Readiness.awaitVacant(ready, unwanted);
    Running target;
    if (start.launch() instanceof Launch.Serve serve) {
      target = serving.start(words(serve.options(), known));
    } else if (start.launch() instanceof Launch.Container container) {
      target = container(container, ports, log, unwanted);
    } else {
      Launch.Command command = (Launch.Command) start.launch();
      target = ChildProcess.start(words(command.words(), known), start.directory(), log);
    }
    Readiness.await(target, ready, start.readyWithin(), unwanted);
    return target;
  }

  /** Testcontainers is an optional dependency: a vendor who starts no container does without. */
  private static Running container(
      Launch.Container container, Ports ports, Path log, BooleanSupplier unwanted)
      throws TargetException {
    try {
      return Containers.start(container, ports, log, unwanted);
    } catch (NoClassDefFoundError e) {
      throw TargetException.notStarted(
          "the target could not be started: start.build and start.image need"
              + " org.testcontainers:testcontainers on the class path ("
              + e.getMessage()
              + ")");
    }
  }

  private static List<String> words(List<Template> templates, Variables known) {
    return templates.stream().map(word -> word.render(known)).toList();
  }
}
