package io.solewire.result;

/**
 * Connections that were held until the end of a load, and asked for a sign of life then. Immutable.
 *
 * @param connections how many were asked
 * @param answered how many answered
 * @param unanswered how many did not
 */
public record Held(long connections, long answered, long unanswered) {}
