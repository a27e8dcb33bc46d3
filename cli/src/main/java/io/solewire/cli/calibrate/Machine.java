package io.solewire.cli.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where it was measured. Immutable.
 *
 * @param processors how many there are for us
 * @param processor their name; empty if the system does not tell
 * @param jdk the Java virtual machine
 * @param kernel the operating system
 */
record Machine(int processors, String processor, String jdk, String kernel) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorName(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return ""; // no such file here
    }
  }

  /** In half a sentence. */
  String text() {
    String name = processor.isEmpty() ? "" : " (" + processor + ")";
    return processors + " processors" + name + ", " + jdk + ", " + kernel;
  }
}
