/**
 * What is said on a connection after the upgrade: one state machine, the same for every transport.
 * It neither sends nor waits: it is told what came in and answers with what is to be done.
 */
package io.solewire.dialogue;
