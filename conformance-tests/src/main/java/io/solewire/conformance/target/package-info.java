/** Targets as child processes: started, awaited, and stopped whatever happens. */
package io.solewire.conformance.target;
