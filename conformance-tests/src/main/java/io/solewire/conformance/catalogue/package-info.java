/** All cases there are. */
package io.solewire.conformance.catalogue;
