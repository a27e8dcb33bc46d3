/**
 * Runs cases: the catalogue, the JUnit extension that stands around each case, and the run that the
 * command line and a build share.
 */
package io.solewire.conformance.run;
