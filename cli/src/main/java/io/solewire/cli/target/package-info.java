/** From what the user typed to a target that runs: URL, profile, gallery, embedded server. */
package io.solewire.cli.target;
