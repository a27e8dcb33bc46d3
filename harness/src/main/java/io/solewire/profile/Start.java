package io.solewire.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to start the target. Immutable.
 *
 * @param launch in which way
 * @param directory working directory of a process: the folder of the profile
 * @param readyPorts the ports that accept once the target is ready, all of them
 * @param readyWithin how long that may take, a container's image not counted
 */
public record Start(
    Launch launch, Path directory, List<Template> readyPorts, Duration readyWithin) {}
