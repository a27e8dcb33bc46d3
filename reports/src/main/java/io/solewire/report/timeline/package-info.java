/**
 * The picture of a case: who did what when, one lane for each connection of the user that the
 * deciding finding speaks of. Reads histories, concludes nothing.
 */
package io.solewire.report.timeline;
