/** Connections, their life, and which one is each user's current one. Depends on no other room. */
package io.solewire.server.registry;
