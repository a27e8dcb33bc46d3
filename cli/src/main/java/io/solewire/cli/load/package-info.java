/** The load half of the commands: a child process that runs the Gatling simulation. */
package io.solewire.cli.load;
