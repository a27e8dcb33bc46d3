/** The WebSocket endpoint: checking the upgrade, the takeover, the frames. */
package io.solewire.server.websocket;
