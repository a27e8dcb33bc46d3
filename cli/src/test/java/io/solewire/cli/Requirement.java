package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * Something that a test needs and a machine may lack. Where it is missing the test is reported as
 * skipped, with the reason; where SOLEWIRE_REQUIRE names it, that is a failure.
 */
enum Requirement {
  /** Debian's python3 with Django Channels and Daphne. */
  PYTHON("/usr/bin/python3", "-c", "import channels, daphne"),

  /** Any python3. */
  PLAIN_PYTHON("python3", "-c", "import socket"),

  /** A container engine with the image debian:bookworm-slim. */
  CONTAINERS("docker", "image", "inspect", "debian:bookworm-slim");

  private static final int BOUND_SECONDS = 30;

  private final List<String> probe;

  Requirement(String... probe) {
    this.probe = List.of(probe);
  }

  void orSkip() {
    Optional<String> missing = missing();
    if (missing.isEmpty()) {
      return;
    }
    skip(name().toLowerCase(), missing.get() + "; see conformance-tests/targets/install.sh");
  }

  /** Reports a test as skipped, or as failed where SOLEWIRE_REQUIRE names what it lacks. */
  static void skip(String name, String reason) {
    String required = System.getenv().getOrDefault("SOLEWIRE_REQUIRE", "");
    if (List.of(required.toLowerCase().split(",")).contains(name)) {
      fail("SOLEWIRE_REQUIRE names " + name + ", but " + reason);
    }
    throw new TestAbortedException(reason);
  }

  private Optional<String> missing() {
    try {
      Process process = new ProcessBuilder(probe).redirectErrorStream(true).start();
      if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.of(probe + " did not end");
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(probe + " ended with " + process.exitValue());
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }
}
