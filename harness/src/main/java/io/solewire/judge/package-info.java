/**
 * Pure functions from a profile and a history to findings. No judge knows a socket, a case or a
 * clock; the same judges judge live, offline and under load.
 */
package io.solewire.judge;
