/**
 * What is carried within a page, so that it loads nothing: scripts with their digests, and data.
 */
package io.solewire.report.embed;
