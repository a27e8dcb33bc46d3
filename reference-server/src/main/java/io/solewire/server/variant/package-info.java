/**
 * The server as other correct servers are: it keeps every rule under a profile that declares how it
 * differs, and so nothing may accuse it.
 */
package io.solewire.server.variant;
