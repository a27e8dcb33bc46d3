package io.solewire.record;

import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives user ids that no other case uses at the time: made up, or lent out where the profile has
 * accounts. Knows what each user's templates are filled in with. Thread-safe.
 */
public final class Users {

  private final Profile profile;
  private final Variables ofRun;
  private final Accounts accounts;
  private final SigningIn signingIn;
  private final boolean signsIn;
  private final Map<String, Variables> signedIn = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Makes users of one run.
   *
   * @param profile holds the template of the ids, or the accounts
   * @param run distinguishes this run from others
   */
  public Users(Profile profile, String run) {
    this.profile = profile;
    this.ofRun = Variables.NONE.with("run", run);
    this.accounts = new Accounts(profile.credentials().rows(), profile.quiet());
    this.signingIn = new SigningIn(profile);
    this.signsIn =
        profile.credentials().signIn().isPresent() || profile.credentials().jwt().isPresent();
  }

  /** How many users there can be at a time; empty if they are made up. */
  public OptionalInt most() {
    return accounts.count() == 0 ? OptionalInt.empty() : OptionalInt.of(accounts.count());
  }

  /**
   * The next user's id.
   *
   * @throws CredentialsException if no account becomes free
   */
  public String next() {
    if (accounts.count() > 0) {
      return accounts.lend();
    }
    String n = Integer.toString(count.incrementAndGet());
    return profile.user().render(ofRun.with("n", n));
  }

  /** A user is no longer needed; its account rests for the quiet time and is lent out again. */
  public void giveBack(String user) {
    accounts.giveBack(user);
  }

  /**
   * What a user's templates know.
   *
   * @throws CredentialsException if the user cannot log in
   */
  public Variables variables(String user) {
    return signsIn ? signedIn.computeIfAbsent(user, this::signedIn) : plain(user);
  }

  private Variables signedIn(String user) {
    return signingIn.signIn(user, plain(user));
  }

  private Variables plain(String user) {
    Variables known = profile.variables(ofRun, user);
    for (Map.Entry<String, String> column : accounts.of(user).entrySet()) {
      known = known.with(column.getKey(), column.getValue());
    }
    return known;
  }
}
