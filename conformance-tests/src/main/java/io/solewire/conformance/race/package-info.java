/**
 * A race on purpose, as data: who does what when, its text, and what is smaller than it. Knows no
 * socket.
 */
package io.solewire.conformance.race;
