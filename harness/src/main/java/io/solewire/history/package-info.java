/**
 * What happened: events, the file they are appended to, and their fold into one trace per
 * connection. Knows neither sockets nor rules.
 */
package io.solewire.history;
