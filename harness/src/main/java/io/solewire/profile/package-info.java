/**
 * What a server promises and how to speak with it: the profile, its reader and its problems.
 *
 * <p>Everything here is immutable and knows no socket. The format is version 1 and stable.
 */
package io.solewire.profile;
