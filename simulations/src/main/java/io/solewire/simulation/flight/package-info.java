/** What a flight recording of the generator shows of takeovers and of its event loops. */
package io.solewire.simulation.flight;
