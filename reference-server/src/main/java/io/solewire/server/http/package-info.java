/** The HTTP API beside the WebSocket endpoint: look at connections, close them, send messages. */
package io.solewire.server.http;
