/**
 * What a load run concludes from its history: the plan, windows of one user's connections as they
 * settle, histograms, findings, and the load part of a result. Knows no Gatling and no socket.
 */
package io.solewire.load;
