package io.solewire.cli.target;

import io.solewire.conformance.launch.Launcher;
import io.solewire.conformance.target.LoopbackPort;
import io.solewire.conformance.target.Restartable;
import io.solewire.conformance.target.TargetException;
import io.solewire.profile.Ports;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Start;
import io.solewire.result.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds what a TARGET argument names and starts it if its profile says how. Immutable.
 *
 * @param overrides what {@code --set} gives
 */
public record Targets(Map<String, String> overrides) {

  private static final String REFERENCE = "reference";

  /**
   * Reads the profile of a target without starting it.
   *
   * @param argument URL, profile file, gallery name; null for the reference server
   * @return the profile
   * @throws TargetException if there is no such target
   * @throws ProfileException if its profile has problems
   */
  public Profile read(String argument) throws TargetException, ProfileException {
    return read(argument, Ports.NONE);
  }

  /**
   * Finds a target, and starts it if need be.
   *
   * @param argument URL, profile file, gallery name; null for the reference server
   * @param log where a started target's output goes
   * @param unwanted turns true when it need not be started any more
   * @return the running target
   * @throws TargetException if there is no such target, or it does not start
   * @throws ProfileException if its profile has problems
   */
  public Started start(String argument, Path log, BooleanSupplier unwanted)
      throws TargetException, ProfileException {
    return start(argument, new Place(log, Optional.empty()), unwanted);
  }

  /**
   * Where a target that is started leaves what.
   *
   * @param log what it prints
   * @param recording what the flight recorder of a server of this release saw, if it is to
   */
  public record Place(Path log, Optional<Path> recording) {}

  /** The same, where more may be left of it than its output. */
  public Started start(String argument, Place place, BooleanSupplier unwanted)
      throws TargetException, ProfileException {
    Ports ports = LoopbackPort.forTarget();
    Profile profile = read(argument, ports);
    Optional<Restartable> running = Optional.empty();
    if (profile.start().isPresent()) {
      Start start = profile.start().get();
      Launcher.Serving serving =
          options -> Embedded.start(ports.first(), profile.evicted().force(), place, options);
      running =
          Optional.of(
              Restartable.start(
                  () -> Launcher.start(start, ports, place.log(), unwanted, serving)));
    }
    String source = isUrl(argument) ? argument : profileFile(argument).toString();
    return new Started(
        profile, running, replay(argument), new Started.Source(source, ports.text()));
  }

  private static boolean isReference(String argument) {
    return argument == null || argument.equals(REFERENCE) && !Files.exists(Path.of(argument));
  }

  /** What was typed to name the target, as a shell reads it. */
  private String replay(String argument) {
    StringBuilder replay = new StringBuilder(argument == null ? "" : " " + Shell.word(argument));
    overrides.forEach(
        (key, value) -> replay.append(" --set ").append(Shell.word(key + "=" + value)));
    return replay.toString();
  }

  private Profile read(String argument, Ports ports) throws TargetException, ProfileException {
    return isUrl(argument)
        ? ProfileReader.forUrl(argument, overrides)
        : ProfileReader.read(profileFile(argument), overrides, ports.variables());
  }

  private static boolean isUrl(String argument) {
    return argument != null && argument.matches("(?i)wss?://.*");
  }

  private static Path profileFile(String argument) throws TargetException {
    return isReference(argument) ? Gallery.profile(REFERENCE) : file(argument);
  }

  private static Path file(String argument) throws TargetException {
    if (argument.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
      throw TargetException.usage("'" + argument + "': expected a ws:// or wss:// URL");
    }
    Path file = Path.of(argument);
    return Files.isRegularFile(file) ? file : Gallery.profile(argument);
  }
}
