/** What somebody who mistyped a name may have meant. */
package io.solewire.hint;
