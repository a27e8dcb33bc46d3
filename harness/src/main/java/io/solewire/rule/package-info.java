/** The rule book: what each clause asks for, how binding it is and what to check when it fails. */
package io.solewire.rule;
