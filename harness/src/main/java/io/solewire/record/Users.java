package io.solewire.record;

import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes user ids that no other case and no earlier run has used. Thread-safe. */
public final class Users {

  private final Profile profile;
  private final String run;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Makes users of one run.
   *
   * @param profile holds the template of the ids
   * @param run distinguishes this run from others
   */
  public Users(Profile profile, String run) {
    this.profile = profile;
    this.run = run;
  }

  /** The next user's id. */
  public String next() {
    String n = Integer.toString(count.incrementAndGet());
    return profile.user().render(Variables.NONE.with("run", run).with("n", n));
  }

  /** What a user's templates know. */
  public Variables variables(String user) {
    List<String> tenants = profile.capabilities().tenants();
    Variables known = Variables.NONE.with("run", run).with("user", user);
    return tenants.isEmpty() ? known : known.with("tenant", tenants.get(0));
  }
}
