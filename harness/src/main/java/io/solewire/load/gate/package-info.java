/** What is asked of the numbers of a load: how a gate is written, read and judged. */
package io.solewire.load.gate;
