/**
 * The commands. Each returns an {@link io.solewire.result.ExitCode}; only Main ends the process.
 */
package io.solewire.cli;
