/**
 * The points at which servers go wrong, what is right there, and one small class for each way of
 * doing it wrong.
 */
package io.solewire.server.fault;
