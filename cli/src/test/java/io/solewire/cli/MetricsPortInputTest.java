package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port that cannot be had is told before anything is started. */
class MetricsPortInputTest {

  private static final String URL = "ws://127.0.0.1:1/ws?user={user}";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc   | '--metrics-port': 'abc' is not a whole number
          9.5   | '--metrics-port': '9.5' is not a whole number
          -1    | --metrics-port: -1: expected 1 to 65535, or 0 for any
          65536 | --metrics-port: 65536: expected 1 to 65535, or 0 for any
          """)
  void whatIsNoPortIsAUsageError(String port, String words) {
    refused("load", URL, "--metrics-port", port).saying(words);
  }

  @Test
  void aPortThatIsTakenIsNamedBesideWhatElseIsWrong() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(other.getLocalPort());
      Ended ended = refused("load", URL, "--metrics-port", port, "--rate", "0");
      ended
          .saying("--rate: 0: expected newcomers per second, above 0")
          .saying("--metrics-port: " + port + ": expected a free port of 127.0.0.1: Address ");
      assertEquals(2, ended.err().lines().count(), ended.err());
    }
  }

  @Test
  void aQuietLoadCouldNotSayWhichPortItFound() {
    for (String quiet : new String[] {"--quiet", "--json"}) {
      refused("load", URL, "--metrics-port", "0", quiet)
          .saying("--metrics-port: 0: expected 1 to 65535, since a quiet load names no port");
    }
  }

  @Test
  void nothingButALoadOfATargetHasMetrics() {
    refused("run", URL, "--metrics-port", "0").saying("--metrics-port");
    refused("load", "--calibrate", "--metrics-port", "0")
        .saying("--metrics-port: not to be given with --calibrate, which makes plans of its own");
  }

  private Ended refused(String... args) {
    Path out = folder.resolve("out");
    String[] all =
        Stream.concat(Stream.of(args), Stream.of("--out", out.toString())).toArray(String[]::new);
    Ended ended = Cli.run(all).with(ExitCode.USAGE);
    assertTrue(Files.notExists(out), "nothing is made for a load that is refused");
    return ended;
  }
}
