/** The conformance suite: what a case is. The cases are in {@code cases}, one class per rule. */
package io.solewire.conformance;
