package io.solewire.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to start the target as a child process. Immutable.
 *
 * @param command program and arguments; {@code {port}} stands for a free loopback port
 * @param serve in place of it: the reference server of this release, with these options besides the
 *     port
 * @param directory working directory: the folder of the profile
 * @param readyPort the port that accepts once the target is ready
 * @param readyWithin how long that may take
 */
public record Start(
    List<Template> command,
    Optional<List<Template>> serve,
    Path directory,
    Template readyPort,
    Duration readyWithin) {}
