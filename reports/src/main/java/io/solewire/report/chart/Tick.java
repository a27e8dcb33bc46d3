package io.solewire.report.chart;

/**
 * A mark on an axis. Immutable and thread-safe.
 *
 * @param at its place
 * @param label its words; empty for a mark between two that have some
 */
public record Tick(double at, String label) {}
