/**
 * Several runs on one page: the folders they are in, the matrix of targets and rules, the table.
 */
package io.solewire.report.overview;
