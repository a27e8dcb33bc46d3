package io.solewire.server.fault;

import io.solewire.server.registry.CloseSignal;
import io.solewire.server.registry.PresenceListener;
import io.solewire.server.registry.Registry;
import java.time.Duration;
import java.util.Optional;

/**
 * What a fault may need to know of the server that it spoils. Immutable.
 *
 * @param signal what an evicted connection is told
 * @param delay how late the faults that are late are
 * @param idle after how long a silent peer's connection is closed; empty: never
 * @param observers who is told of users that come and go
 */
public record FaultSetting(
    Registry registry,
    CloseSignal signal,
    Duration delay,
    Optional<Duration> idle,
    PresenceListener observers) {}
