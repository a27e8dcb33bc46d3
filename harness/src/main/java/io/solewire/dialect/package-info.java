/**
 * How a protocol's packets become the messages of a profile, and back: what data cannot say. A
 * dialect is found by its name among the services of the class path.
 */
package io.solewire.dialect;
