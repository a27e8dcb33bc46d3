package io.solewire.record;

import io.solewire.profile.HttpCall;
import io.solewire.profile.UrlEscape;
import io.solewire.profile.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Makes the HTTP requests that a profile writes. Stateless and thread-safe. */
public final class HttpCalls {

  private static final Duration BOUND = Duration.ofSeconds(5);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(BOUND).build();

  private HttpCalls() {}

  /**
   * Makes a request and waits for the answer, for 5 s at most.
   *
   * @param call the request
   * @param variables what it is filled in with
   * @return the answer, whatever its status
   * @throws IOException if there is none in time
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  public static HttpResponse<String> send(HttpCall call, Variables variables)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(call.url().render(variables, UrlEscape.COMPONENT)))
            .timeout(BOUND)
            .method(
                call.method(),
                call.body()
                    .map(b -> HttpRequest.BodyPublishers.ofString(b.render(variables)))
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    call.headers().forEach((name, value) -> request.header(name, value.render(variables)));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
