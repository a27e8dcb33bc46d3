/** MQTT over WebSocket, 3.1.1 and 5: packets as JSON. The packets are Netty's. */
package io.solewire.dialect.mqtt;
