package io.solewire.conformance.stage;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.profile.HttpCall;
import io.solewire.profile.Profile;
import io.solewire.profile.Publish;
import io.solewire.profile.UrlEscape;
import io.solewire.profile.Variables;
import io.solewire.record.CaseRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Hands messages for a user to the server, as the profile says. Thread-safe. */
final class Publisher {

  private static final Duration BOUND = Duration.ofSeconds(5);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(BOUND).build();

  private final Profile profile;
  private final CaseRecord record;
  private final AtomicInteger count = new AtomicInteger();

  Publisher(Profile profile, CaseRecord record) {
    this.profile = profile;
    this.record = record;
  }

  /**
   * Publishes a message.
   *
   * @param user whom to
   * @param padding what follows the id in the message
   * @param sender gives the connection of another user that says it, where the profile asks for one
   * @return false if the server said that it did not take the message
   */
  boolean publish(String user, String padding, Supplier<Connection> sender) {
    String id = "sw-msg-" + count.incrementAndGet() + "-" + Integer.toHexString(user.hashCode());
    Variables variables = Variables.NONE.with("user", user).with("message", id + padding);
    Publish how = profile.capabilities().publish().orElseThrow();
    if (how instanceof Publish.Http http) {
      long t = record.clock().nanos();
      Detail detail = call(http.request(), variables, id);
      record.record(t, user, "", EventKind.PUBLISHED, detail);
      return detail.status() / 100 == 2;
    } else if (how instanceof Publish.Frame frame) {
      Connection canary = sender.get();
      long t = record.clock().nanos();
      canary.say(frame.payload(), variables.with("canary", canary.user()));
      record.record(t, user, "", EventKind.PUBLISHED, Detail.published(id, null, null));
    }
    return true;
  }

  private static Detail call(HttpCall call, Variables variables, String id) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(call.url().render(variables, UrlEscape.COMPONENT)))
            .timeout(BOUND)
            .method(
                call.method(),
                call.body()
                    .map(b -> HttpRequest.BodyPublishers.ofString(b.render(variables)))
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    call.headers().forEach((name, value) -> request.header(name, value.render(variables)));
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Detail.published(id, answer.statusCode(), answer.body().strip());
    } catch (IOException e) {
      return Detail.published(id, 0, "no answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while publishing");
    }
  }
}
