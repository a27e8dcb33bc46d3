package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real servers are judged again: no rule stands where it was never seen, by the table that is
 * checked in, in two of three looks. Less may be seen on a machine that has more to do, but not
 * much less.
 */
@Isolated("a machine that has more to do sees less")
@Timeout(900)
class GalleryVerdictsTest {

  private static final int FEW = 3;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "django-channels/kick-then-add",
        "django-channels/redis-pubsub",
        "mosquitto",
        "ws",
        "socket-io",
        "spring"
      })
  void standsWhereItStood(String name) {
    Requirement.CONTAINERS.orSkip();
    Ended ended = Cli.run("gallery", "--check", name, "--out", folder.toString());
    assertFalse(ended.out().contains("changed: "), ended::toString);
    boolean judged =
        ended.code() == ExitCode.OK.number() || ended.code() == ExitCode.UNPROVEN.number();
    assertTrue(judged, ended::toString);
    long unseen = ended.out().lines().filter(l -> l.startsWith("not seen this time: ")).count();
    assertTrue(unseen <= FEW, ended::toString);
  }
}
