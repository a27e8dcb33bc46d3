/**
 * The takeover load: a population of users that hold connections, newcomers by an open plan, and
 * the history of it all. Knows Gatling only as a virtual user.
 */
package io.solewire.simulation.takeover;
