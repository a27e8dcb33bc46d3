package io.solewire.history;

/**
 * The first line of a history. Immutable.
 *
 * @param format version of the file format
 * @param rules version of the rules
 * @param seed the run's seed
 * @param target the target's name
 * @param url where it was found, without secrets
 * @param profileDigest SHA-256 of the profile without secrets
 * @param profile the profile's document without secrets, so that the history can be judged alone
 */
public record Header(
    int format,
    int rules,
    long seed,
    String target,
    String url,
    String profileDigest,
    String profile) {

  /** The format that this release writes. */
  public static final int FORMAT = 1;
}
