/**
 * Whether of two servers under the same load, taking turns, one is slower: rounds in, verdicts out.
 * Pure functions of numbers.
 */
package io.solewire.load.compare;
