/**
 * The Wire: an in-process TCP relay between one client and the server. It reads RFC 6455 frames off
 * the raw bytes, so that what a client library hides is seen, and does things to one connection
 * that no client library would do. It records nothing and judges nothing: a {@link
 * io.solewire.wire.WireTap} is told what passes.
 */
package io.solewire.wire;
