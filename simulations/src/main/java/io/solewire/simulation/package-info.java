/**
 * The Gatling simulations, by the names that {@code gatling:test} and {@code solewire load} use.
 */
package io.solewire.simulation;
