/** Who a request is from: its target, its user, its token. Depends on the registry's keys only. */
package io.solewire.server.identity;
