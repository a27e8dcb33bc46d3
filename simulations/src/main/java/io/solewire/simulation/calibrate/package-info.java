/**
 * What the measuring is measured by: a client that does nothing but connect, on the same Netty, so
 * that one sees whether a load was limited by the server or by whoever measured; and a server whose
 * delay is known, so that one sees how much of a latency is the instrument's own.
 */
package io.solewire.simulation.calibrate;
