package io.solewire.judge;

import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.Sleeps;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is left of a finding on a machine that stood still.
 *
 * @param millis for how long
 * @param until when it went on
 */
record Asleep(long millis, long until) {

  /** The only finding of a rule in a story, weighed. */
  Finding finding(String rule, String story, Map<String, String> promised) throws ProfileException {
    Sleeps sleeps = new Sleeps();
    sleeps.add(TimeUnit.MILLISECONDS.toNanos(until), TimeUnit.MILLISECONDS.toNanos(millis));
    Profile profile = ProfileReader.forUrl("ws://h/{user}", promised);
    return Judges.judge(profile, Story.users(story)).stream()
        .filter(f -> f.rule().equals(rule))
        .map(sleeps::weighed)
        .findFirst()
        .orElseThrow();
  }
}
