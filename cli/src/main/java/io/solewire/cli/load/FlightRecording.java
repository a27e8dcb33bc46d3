package io.solewire.cli.load;

import java.nio.file.Path;

/** What makes a Java process record its flight. Stateless. */
public final class FlightRecording {

  /** How the option is written. */
  public static final String OPTION = "--jfr";

  /** What the generator saw, in the output folder. */
  public static final String GENERATOR = "generator.jfr";

  /** What the server saw. */
  public static final String SERVER = "server.jfr";

  /** What the server saw that it is compared with. */
  public static final String VERSUS = "versus.jfr";

  private FlightRecording() {}

  /**
   * The option of a JVM that records all of its life, with what is usual for profiling.
   *
   * @param file where it is left when the process ends; its path has no comma
   */
  public static String option(Path file) {
    return "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
        + file.toAbsolutePath();
  }
}
