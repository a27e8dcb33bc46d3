/**
 * The ceiling of the machine: a client that does nothing but connect, on the same Netty, so that
 * one sees whether a load was limited by the server or by whoever measured.
 */
package io.solewire.simulation.calibrate;
