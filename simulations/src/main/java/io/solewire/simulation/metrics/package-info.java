/**
 * A load's numbers while it runs, as a page for Prometheus on loopback. Counters are counted
 * without locks, and everything else is read when the page is asked for. Knows neither Gatling nor
 * what is simulated.
 */
package io.solewire.simulation.metrics;
