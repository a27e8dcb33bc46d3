package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole runs against servers that do what no server should: they end in time, with little memory,
 * are never green, and say what is wrong in words that a vendor understands.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileServerTest {

  /** Where the first look tells that the target is useless, nobody waits for the cases. */
  private static final int USELESS_SECONDS = 20;

  private static final int USABLE_SECONDS = 120;

  /** What a server does right that admits everybody, answers everybody, and closes nobody. */
  private static final Set<String> FULFILLED =
      Set.of("A2", "A3", "A6", "D2", "D6", "E1", "G1", "G2", "H3", "H4", "L2");

  private static final HostileChild PLAIN = new HostileChild();
  private static final HostileChild FULL = new HostileChild();

  @AfterAll
  static void endProcesses() {
    PLAIN.close();
    FULL.close();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      textBlock =
          """
          SAYS_NOTHING,             4, still waiting for the 101 response
          CLOSES_AT_ONCE,           4, before its admission
          ANSWERS_200,              4, 200 OK
          UPGRADES_AND_IS_SILENT,   4, did not answer its Ping
          NEVER_CLOSES,             1, both are alive
          FLOODS_TEXT,              4, floods the connection
          FLOODS_TEXT_AND_ANSWERS,  4, floods the connection
          ENDLESS_HEADERS,          4, has no end within 64 KiB
          ENDLESS_HEADER_LINE,      4, has no end within 64 KiB
          FRAME_OF_2_GIB,           4, made the client hang up by Close 1009
          FRAME_OF_2_TO_THE_63,     4, made the client hang up by Close 1009
          FRAME_OF_1_GIB_IN_FULL,   4, made the client hang up by Close 1009 or floods the connection
          DRIPS_HEADERS,            4, still waiting for the 101 response
          DRIPS_FRAMES,             4, did not answer its Ping
          WRONG_ACCEPT,             4, Sec-WebSocket-Accept
          MASKS,                    1, both are alive
          ENDLESS_MESSAGE,          4, floods the connection
          ENDLESS_PINGS,            4, floods the connection
          THOUSANDS_OF_TINY_FRAMES, 4, floods the connection
          RESERVED_OPCODE,          4, made the client hang up by Close 1002
          RESERVED_BITS,            4, made the client hang up by Close 1002
          CLOSE_OF_ONE_BYTE,        4, ended it right away by close
          CLOSE_OF_200_BYTES,       4, ended it right away by close or made the client hang up
          CLOSES_AND_TALKS_ON,      4, ended it right away by close with code 4409
          TLS_SPOKEN_TO_IN_PLAIN,   4, does its URL begin with wss://
          RESETS_IN_A_FRAME,        4, ended it right away by rst
          """)
  void withNothingButAUrlTheRunEndsAndSaysWhy(
      Hostility hostility, int exit, String words, @TempDir Path folder) throws Exception {
    int seconds = exit == 4 ? USELESS_SECONDS : USABLE_SECONDS;
    try (HostileServer server = HostileServer.start(hostility.always())) {
      List<String> lines = PLAIN.judge(server.port(), "url", folder, seconds);
      check(lines, exit, words, exit == 4 ? Set.of() : FULFILLED);
    }
  }

  /** The reference profile waits for a welcome, which none of them gives. */
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void withTheReferenceProfileTheRunEndsAndSaysWhy(Hostility hostility, @TempDir Path folder)
      throws Exception {
    String words =
        switch (hostility) {
          case SAYS_NOTHING, DRIPS_HEADERS -> "still waiting for the 101 response";
          case CLOSES_AT_ONCE,
              CLOSE_OF_ONE_BYTE,
              CLOSE_OF_200_BYTES,
              CLOSES_AND_TALKS_ON,
              RESETS_IN_A_FRAME ->
              "before its admission";
          case ANSWERS_200 -> "200 OK";
          case ENDLESS_HEADERS, ENDLESS_HEADER_LINE -> "has no end within 64 KiB";
          case FLOODS_TEXT,
              FLOODS_TEXT_AND_ANSWERS,
              ENDLESS_MESSAGE,
              ENDLESS_PINGS,
              THOUSANDS_OF_TINY_FRAMES ->
              "floods the connection or still waiting for step 1";
          case FRAME_OF_1_GIB_IN_FULL ->
              "still waiting for step 1, a message that matches or floods the connection";
          case TLS_SPOKEN_TO_IN_PLAIN -> "does its URL begin with wss://";
          default -> "still waiting for step 1, a message that matches";
        };
    try (HostileServer server = HostileServer.start(hostility.always())) {
      check(FULL.judge(server.port(), "full", folder, USELESS_SECONDS), 4, words, Set.of());
    }
  }

  private static void check(List<String> lines, int exit, String words, Set<String> mayPass) {
    String all = String.join("\n", lines);
    String head = lines.stream().filter(l -> l.startsWith("run ")).findFirst().orElse("");
    assertTrue(head.matches("run (fail|inconclusive|error) exit " + exit), all);
    boolean said =
        Stream.of(words.split(" or "))
            .anyMatch(each -> lines.stream().anyMatch(line -> line.contains(each)));
    assertTrue(said, words + " in " + all);
    List<String> green =
        lines.stream()
            .filter(line -> line.startsWith("case pass "))
            .map(line -> line.split(" ")[2])
            .filter(id -> !mayPass.contains(id.substring(0, 2)))
            .toList();
    assertEquals(List.of(), green, all);
    assertTrue(lines.contains("threads 0"), all);
  }
}
