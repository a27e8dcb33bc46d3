/**
 * A WebSocket server on which one user has at most one live connection: the newest wins, and the
 * older one is closed. Honest by default; with one named fault on request.
 */
package io.solewire.server;
