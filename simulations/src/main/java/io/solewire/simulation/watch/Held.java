package io.solewire.simulation.watch;

import java.util.function.LongSupplier;

/**
 * What only the load itself knows of what it holds. As thread-safe as its parts.
 *
 * @param connections that are open
 * @param backlog events that wait to be recorded
 * @param mostBacklog beyond which events are lost
 */
public record Held(LongSupplier connections, LongSupplier backlog, long mostBacklog) {}
