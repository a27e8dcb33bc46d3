package io.solewire.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.solewire.profile.Profile;

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
 * @param load the plan of a load as one line of JSON; null for conformance
 */
public record Header(
    int format,
    int rules,
    long seed,
    String target,
    String url,
    String profileDigest,
    String profile,
    @JsonInclude(JsonInclude.Include.NON_NULL) String load) {

  /** The format that this release writes. */
  public static final int FORMAT = 1;

  /**
   * Of a history of a target that is judged by this profile.
   *
   * @param profile of the target; its secrets are in neither its document nor its templates
   * @param seed the run's seed
   * @param load the plan of a load; null for conformance
   * @return the header
   */
  public static Header of(Profile profile, long seed, String load) {
    return new Header(
        FORMAT,
        profile.rules(),
        seed,
        profile.name(),
        profile.endpoint().where(),
        profile.digest(),
        profile.document(),
        load);
  }

  /** Of a history without load. */
  public Header(
      int format,
      int rules,
      long seed,
      String target,
      String url,
      String profileDigest,
      String profile) {
    this(format, rules, seed, target, url, profileDigest, profile, null);
  }
}
