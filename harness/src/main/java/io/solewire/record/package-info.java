/**
 * From the wire to the history: one recorder per connection turns what passes into events, drives
 * the dialogue with it and keeps the trace that scripts wait on. The same for every transport.
 */
package io.solewire.record;
