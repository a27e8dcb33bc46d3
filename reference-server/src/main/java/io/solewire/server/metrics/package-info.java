/** What the server counts, in the Prometheus text format. */
package io.solewire.server.metrics;
