/**
 * The instrument measured: loads on a server of known delay, and how far off they were. Knows the
 * commands only as a scene that is told how it goes on.
 */
package io.solewire.cli.calibrate;
