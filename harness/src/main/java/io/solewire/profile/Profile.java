package io.solewire.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server promises about one user's connections, and how to speak with it. Immutable and
 * thread-safe. Every part has the documented default, so a URL alone is a complete profile.
 *
 * @param name the target's name in reports
 * @param rules the version of the rules that the profile is pinned to
 * @param endpoint where and how to connect
 * @param user template of fresh user ids; knows {@code {run}} and {@code {n}}
 * @param conversation what is said after the upgrade until the connection is admitted
 * @param probe how to ask whether a connection is alive
 * @param policy who goes when a user connects again
 * @param evicted what the evicted connection sees, and by when
 * @param refused what a refused newcomer sees
 * @param closes codes of closes that are no evictions
 * @param quiet after this long without an event, "nothing happened" is concluded
 * @param capabilities what the server can do besides connecting; enables groups of rules
 * @param credentials with what users log in
 * @param limits what the harness never exceeds
 * @param start how to start the target, if the harness is to start it
 * @param notApplicable rules that do not hold for the protocol that is spoken, with what says so
 * @param declared the top-level keys that the document sets
 * @param secrets the values that must never appear in any output
 * @param document the document without secrets, as one line of JSON, for the history
 * @param digest SHA-256 (hex) of that
 */
public record Profile(
    String name,
    int rules,
    Endpoint endpoint,
    Template user,
    Conversation conversation,
    Probe probe,
    Policy policy,
    Evicted evicted,
    Refused refused,
    Closes closes,
    Duration quiet,
    Capabilities capabilities,
    Credentials credentials,
    Limits limits,
    Optional<Start> start,
    Map<String, String> notApplicable,
    Set<String> declared,
    Secrets secrets,
    String document,
    String digest) {

  /**
   * What templates know of a user at any place: the id, and the first tenant if there are tenants.
   *
   * @param user its id
   * @return the variables
   */
  public Variables variables(String user) {
    return variables(Variables.NONE, user);
  }

  /**
   * The same and what all users have in common.
   *
   * @param common what is known of all of them
   * @param user its id
   * @return the variables
   */
  public Variables variables(Variables common, String user) {
    Variables known = common.with("user", user);
    List<String> tenants = capabilities.tenants();
    return tenants.isEmpty() ? known : known.with(Tenants.VARIABLE, tenants.get(0));
  }

  /**
   * What a user logs in with, as far as the profile says so: parameters of the URL and headers
   * whose names tell. Not what an account or a login brings.
   *
   * @param user its id
   * @return the values, none of them shorter than four characters
   */
  public Set<String> credentialsOf(String user) {
    return SecretFinder.ofUser(this, user);
  }

  /** The same, where who connects stops before the step at which the server takes over. */
  public Profile undecided() {
    return with(endpoint, conversation.undecided(), probe);
  }

  /** The same server, spoken with in another way. */
  Profile with(Endpoint otherEndpoint, Conversation otherConversation, Probe otherProbe) {
    return new Profile(
        name,
        rules,
        otherEndpoint,
        user,
        otherConversation,
        otherProbe,
        policy,
        evicted,
        refused,
        closes,
        quiet,
        capabilities,
        credentials,
        limits,
        start,
        notApplicable,
        declared,
        secrets,
        document,
        digest);
  }

  /** The rules version that this release judges by default. */
  public static final int CURRENT_RULES = 1;
}
