/** The suite in a vendor's own repository: one annotation, and each case is a JUnit test. */
package io.solewire.conformance.junit;
