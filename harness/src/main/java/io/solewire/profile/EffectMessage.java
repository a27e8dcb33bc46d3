package io.solewire.profile;

/**
 * A message of a client that another client, {@code {canary}}, sees (rule C4). Immutable.
 *
 * @param send what has the effect; {@code {message}} stands for its mark
 * @param seen what the canary sees
 */
public record EffectMessage(Payload send, Match seen) {}
