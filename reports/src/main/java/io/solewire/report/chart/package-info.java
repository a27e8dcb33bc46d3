/**
 * Drawings as plain values: scales, ticks and paths that a template renders. Knows nothing of
 * results, and escapes nothing.
 */
package io.solewire.report.chart;
