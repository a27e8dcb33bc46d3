package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.Registry;
import java.time.Duration;

/**
 * What a fault may need to know of the server that it spoils. Immutable.
 *
 * @param signal what an evicted connection is told
 * @param delay how late the faults that are late are
 */
public record FaultSetting(Registry registry, CloseSignal signal, Duration delay) {}
