/** From what a profile says under start to a target that runs. */
package io.solewire.conformance.launch;
