/**
 * How a result is shown: junit.xml, summary.md and report.html from a {@code RunResult}, and the
 * verdict in words. Nothing here opens a socket or judges; what a server sent appears as text only.
 */
package io.solewire.report;
