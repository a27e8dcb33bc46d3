package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that connections cannot come from are told before anything is started. */
class SourceAddressesInputTest {

  private static final String URL = "ws://127.0.0.1:1/ws?user={user}";
  private static final String EXPECTED = ": expected addresses of this machine, such as 127.0.0.2";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost         | 'localhost' is no IP address
          127.0.0.1,,::1    | '' is no IP address
          192.0.2.1         | 192.0.2.1 is no address of this machine
          """)
  void whatIsNoAddressOfThisMachineIsAUsageError(String list, String words) {
    refused("load", URL, "--source-addresses", list)
        .saying("--source-addresses: " + words + EXPECTED);
  }

  @Test
  void eachProblemIsToldBesideWhatElseIsWrong() {
    Ended ended =
        refused("load", URL, "--rate", "0", "--source-addresses", "here,127.0.0.2,127.0.0.2");
    ended
        .saying("--rate: 0: expected newcomers per second, above 0")
        .saying("--source-addresses: 'here' is no IP address" + EXPECTED)
        .saying("--source-addresses: 127.0.0.2 stands there twice: expected each address once");
    assertEquals(3, ended.err().lines().count(), ended.err());
  }

  @Test
  void ofALoadFileItsLineIsNamedUnlessTheOptionWins() throws Exception {
    Path file = folder.resolve("load.yaml");
    Files.writeString(file, "rate: 5\nsource-addresses: [127.0.0.2, there]\n");
    refused("load", URL, "--load-file", file.toString())
        .saying(file + ":2: source-addresses: 'there' is no IP address" + EXPECTED);
    refused("load", URL, "--load-file", file.toString(), "--source-addresses", "here")
        .saying("--source-addresses: 'here' is no IP address" + EXPECTED);
  }

  @Test
  void calibrationComesFromWhereItLikes() {
    refused("load", "--calibrate", "--source-addresses", "127.0.0.2")
        .saying("--source-addresses: not to be given with --calibrate");
  }

  @Test
  void theyAreToldBySimulations() {
    String text = Cli.run("load", "--simulations").with(ExitCode.OK).out();
    assertTrue(text.contains("--source-addresses 127.0.0.1,127.0.0.2"), text);
  }

  private Ended refused(String... arguments) {
    Path out = folder.resolve("out");
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--out";
    all[arguments.length + 1] = out.toString();
    Ended ended = Cli.run(all).with(ExitCode.USAGE);
    assertTrue(Files.notExists(out), "nothing was begun");
    return ended;
  }
}
