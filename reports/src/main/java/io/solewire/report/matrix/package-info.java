/** Which case kills which fault, as data and as pages. */
package io.solewire.report.matrix;
