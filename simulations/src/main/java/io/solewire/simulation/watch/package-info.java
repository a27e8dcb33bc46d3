/**
 * The generator of a load watches itself: what it reads of its own process, its event loops and its
 * machine while it measures. Judges nothing: that is the business of the harness, which reads the
 * same numbers in the history. Knows neither Gatling nor what is simulated.
 */
package io.solewire.simulation.watch;
