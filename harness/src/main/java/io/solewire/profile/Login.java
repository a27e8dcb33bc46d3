package io.solewire.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A login that differs from the profile's own. Immutable.
 *
 * @param name tells it from others in findings
 * @param url in place of the profile's
 * @param headers in place of the profile's of the same names; an empty one is left out
 * @param send in place of the dialogue's first send
 */
public record Login(
    String name, Optional<Template> url, Map<String, Template> headers, Optional<Payload> send) {

  /**
   * Logs in like this.
   *
   * @param profile says everything else
   * @return the profile with this login in place of its own
   */
  public Profile in(Profile profile) {
    Endpoint endpoint = profile.endpoint();
    Map<String, Template> all = new LinkedHashMap<>(endpoint.headers());
    headers.forEach(
        (header, value) -> {
          all.keySet().removeIf(header::equalsIgnoreCase);
          if (!value.toString().isEmpty()) {
            all.put(header, value);
          }
        });
    Endpoint changed =
        new Endpoint(
            url.map(List::of).orElse(endpoint.urls()),
            Map.copyOf(all),
            endpoint.subprotocols(),
            endpoint.tls());
    Conversation conversation = profile.conversation();
    return profile.with(
        changed,
        send.map(payload -> saying(payload, conversation)).orElse(conversation),
        profile.probe());
  }

  private static Conversation saying(Payload payload, Conversation conversation) {
    List<Step> steps = new ArrayList<>(conversation.steps());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Send) {
        steps.set(i, new Step.Send(payload));
        break;
      }
    }
    return conversation.with(steps);
  }
}
