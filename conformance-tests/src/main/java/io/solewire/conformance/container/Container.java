package io.solewire.conformance.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Frame;
import io.solewire.conformance.target.Running;
import io.solewire.conformance.target.TargetException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A container that was started here. Thread-safe. */
final class Container implements Running {

  private static final int STOP_WITHIN_SECONDS = 5;
  private static final long LOG_END_MS = 500;

  private final DockerClient client;
  private final String id;
  private final Log log;
  private final ResultCallback.Adapter<Frame> output;
  private final Optional<Process> guard;
  private volatile long pid;

  private Container(DockerClient client, String id, Log log) {
    this.client = client;
    this.id = id;
    this.log = log;
    this.guard = ContainerGuard.over(id);
    this.output =
        new ResultCallback.Adapter<>() {
          @Override
          public void onNext(Frame frame) {
            log.add(frame.getPayload());
          }
        };
  }

  /**
   * Starts a container that was created.
   *
   * @throws TargetException if it does not start; it is removed then
   */
  static Container start(DockerClient client, String id, Log log) throws TargetException {
    Container container = new Container(client, id, log);
    try {
      client.startContainerCmd(id).exec();
      client
          .logContainerCmd(id)
          .withStdOut(true)
          .withStdErr(true)
          .withFollowStream(true)
          .exec(container.output);
      Long first = client.inspectContainerCmd(id).exec().getState().getPidLong();
      container.pid = first == null ? 0 : first;
      return container;
    } catch (RuntimeException e) {
      container.close();
      throw TargetException.notStarted(
          "the target could not be started: " + Engine.cause(e) + log.tail());
    }
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public boolean isAlive() {
    try {
      return Boolean.TRUE.equals(state().getRunning());
    } catch (NotFoundException e) {
      return false;
    }
  }

  private ContainerState state() {
    return client.inspectContainerCmd(id).exec().getState();
  }

  @Override
  public String ending() {
    try {
      return "ended with status " + state().getExitCodeLong();
    } catch (RuntimeException e) {
      return "was removed";
    }
  }

  @Override
  public String tail() {
    if (!isAlive()) {
      awaitOutput();
    }
    return log.tail();
  }

  /** What it printed last may still be on its way from the engine. */
  private void awaitOutput() {
    try {
      output.awaitCompletion(LOG_END_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.add("its output ended early: " + Engine.cause(e) + "\n");
    }
  }

  @Override
  public void kill() {
    signal("KILL");
    awaitEnd();
  }

  @Override
  public void stop() {
    signal("TERM");
  }

  /** One that has ended takes no signal, which is as well. */
  private void signal(String name) {
    try {
      client.killContainerCmd(id).withSignal(name).exec();
    } catch (RuntimeException e) {
      log.add("signal " + name + ": " + Engine.cause(e) + "\n");
    }
  }

  private void awaitEnd() {
    try {
      client.waitContainerCmd(id).start().awaitStatusCode(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (RuntimeException e) {
      log.add("waiting for its end: " + Engine.cause(e) + "\n");
    }
  }

  @Override
  public void close() {
    try {
      client.stopContainerCmd(id).withTimeout(STOP_WITHIN_SECONDS).exec();
    } catch (NotModifiedException | NotFoundException e) {
      // it had ended
    } catch (RuntimeException e) {
      log.add("stopping it: " + Engine.cause(e) + "\n");
    }
    awaitOutput();
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // it had been removed
    } catch (RuntimeException e) {
      log.add("removing it: " + Engine.cause(e) + "\n");
    }
    guard.ifPresent(Process::destroy);
  }
}
