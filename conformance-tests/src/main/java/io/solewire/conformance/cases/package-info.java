/**
 * The cases, one class per rule. A case scripts what happens and asserts nothing; what it means is
 * the judges' business.
 */
package io.solewire.conformance.cases;
