/** Shows observers who comes and goes. */
package io.solewire.server.presence;
