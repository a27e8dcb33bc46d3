/**
 * What a case's script plays on: users, connections through the Wire, messages, and the waits
 * between them. Every wait has a bound and says what was waited for.
 */
package io.solewire.conformance.stage;
