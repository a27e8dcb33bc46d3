package io.solewire.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to start the target as a child process. Immutable.
 *
 * @param command program and arguments; {@code {port}} stands for a free loopback port
 * @param directory working directory: the folder of the profile
 * @param readyPort the port that accepts once the target is ready
 * @param readyWithin how long that may take
 */
public record Start(
    List<Template> command, Path directory, Template readyPort, Duration readyWithin) {}
