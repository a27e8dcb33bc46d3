/** What a flight recording of the server shows of takeovers, beside what Java itself records. */
package io.solewire.server.flight;
