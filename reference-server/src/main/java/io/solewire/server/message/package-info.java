/** What clients and the HTTP API say to users, and how it gets there. */
package io.solewire.server.message;
