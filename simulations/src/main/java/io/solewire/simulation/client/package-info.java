/**
 * The WebSocket client of a load: one Netty handler a connection, on the event loop of its user.
 * What passes is told to the harness's recorder, first thing after the read and last thing before
 * the write.
 */
package io.solewire.simulation.client;
