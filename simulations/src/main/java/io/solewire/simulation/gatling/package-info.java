/** The door to Gatling: one class behind which its internals stay. */
package io.solewire.simulation.gatling;
