package io.solewire.conformance;

import io.solewire.report.matrix.KillMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources that decide what the kill matrix shows. Stateless. */
final class Sources {

  /** Where the matrix is checked in. */
  static final Path PUBLISHED = Path.of("../reports/published");

  private static final String JAVA = "src/main/java/io/solewire/";

  /** Rooms, from the root of the project. */
  private static final List<String> ROOMS =
      List.of(
          "harness/" + JAVA + "dialogue",
          "harness/" + JAVA + "history",
          "harness/" + JAVA + "judge",
          "harness/" + JAVA + "machine",
          "harness/" + JAVA + "record",
          "harness/" + JAVA + "wire",
          "conformance-tests/" + JAVA + "conformance/cases",
          "conformance-tests/" + JAVA + "conformance/race",
          "conformance-tests/" + JAVA + "conformance/run",
          "conformance-tests/" + JAVA + "conformance/stage",
          "reference-server/" + JAVA + "server");

  private Sources() {}

  static KillMatrix.Computed computed(long seconds, String how) {
    String machine = Runtime.getRuntime().availableProcessors() + " processors";
    return new KillMatrix.Computed(
        LocalDate.now().toString(), seconds, how + ", " + machine, digests());
  }

  /** SHA-256 of each room, without comments and white space. */
  static Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    ROOMS.forEach(room -> digests.put(room.replace(JAVA, ""), digest(Path.of("..", room))));
    return digests;
  }

  private static String digest(Path room) {
    try (Stream<Path> tree = Files.walk(room)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        sha.update(code(file).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
        .map(line -> line.replaceAll("\\s+", ""))
        .collect(Collectors.joining());
  }
}
