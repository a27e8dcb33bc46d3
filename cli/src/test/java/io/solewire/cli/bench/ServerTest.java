package io.solewire.cli.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerTest {

  @Test
  void isTunedAsTheLauncherTunesIt() throws IOException {
    String launcher = Files.readString(Path.of(System.getProperty("solewire.home"), "solewire"));
    String tuning = "\n  serve) tuning=(" + String.join(" ", Server.TUNING) + ")";
    assertTrue(launcher.contains(tuning), tuning);
  }
}
