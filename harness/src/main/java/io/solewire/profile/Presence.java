package io.solewire.profile;

import java.util.List;
import java.util.Optional;

/**
 * What others see of a user's coming and going (group I, rule D5). Immutable.
 *
 * @param url where an observer connects; empty if every connection observes
 * @param online what is seen when {@code {user}} is there
 * @param offline what is seen when {@code {user}} has left
 */
public record Presence(Optional<Template> url, Match online, Match offline) {

  /**
   * Observes.
   *
   * @param profile says how users connect
   * @return how observers do: at a URL of their own there is no dialogue
   */
  public Profile in(Profile profile) {
    return url.map(
            at -> {
              Endpoint there = profile.endpoint().at(at);
              Conversation silent =
                  new Conversation(
                      List.of(),
                      Conversation.UPGRADE,
                      List.of(),
                      new Admission.Open(),
                      Optional.empty(),
                      Optional.empty());
              return profile.with(there, silent, new Probe.Ping());
            })
        .orElse(profile);
  }
}
