package io.solewire.conformance.container;

import com.github.dockerjava.api.DockerClient;
import io.solewire.conformance.target.TargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The container engine of this machine, as Testcontainers finds it. Stateless and thread-safe. */
final class Engine {

  private static final String RYUK_DISABLED = "TESTCONTAINERS_RYUK_DISABLED";

  private Engine() {}

  /**
   * Finds it.
   *
   * @return its client, which is never closed
   * @throws TargetException if there is none, with what was tried
   */
  static DockerClient client() throws TargetException {
    try {
      return DockerClientFactory.instance().client();
    } catch (RuntimeException | ExceptionInInitializerError e) {
      throw TargetException.notStarted(
          "the target could not be started: start.build and start.image need a container engine,"
              + " and none answers: "
              + cause(e));
    }
  }

  /**
   * What marks a container as ours. Ryuk, which cleans up behind a process that is gone, goes by
   * the id of its session. Without Ryuk Testcontainers would go by it in a shutdown hook: it would
   * take the target away from a run that is still to be concluded, and that removes it itself.
   */
  static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>(DockerClientFactory.DEFAULT_LABELS);
    if (!Boolean.parseBoolean(System.getenv(RYUK_DISABLED))) {
      String session = DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL;
      labels.put(session, DockerClientFactory.SESSION_ID);
    }
    labels.put("io.solewire.target", "true");
    return labels;
  }

  /** The innermost reason: what an engine says is wrapped in what a client says of it. */
  static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return message.strip();
  }
}
