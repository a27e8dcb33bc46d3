/** Targets in containers, by the engine that Testcontainers finds: built, started, ended. */
package io.solewire.conformance.container;
