/** When newcomers come: the open plans of the simulations, as instants after their beginning. */
package io.solewire.load.arrival;
