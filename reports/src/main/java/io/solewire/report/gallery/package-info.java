/** The table of all targets of the gallery, and what was seen of each over time. */
package io.solewire.report.gallery;
