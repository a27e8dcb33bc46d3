/**
 * How the machine of the harness does while it measures: whether it is woken late, and how many
 * threads want a processor.
 */
package io.solewire.machine;
