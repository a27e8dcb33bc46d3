/**
 * Whether a load's numbers are the server's or the generator's own: bounds on what the generator
 * saw of itself, each with its reason and with what to change. Pure functions of numbers.
 */
package io.solewire.load.health;
