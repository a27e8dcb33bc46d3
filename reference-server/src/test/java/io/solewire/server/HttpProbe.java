package io.solewire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks a server's HTTP API. */
record HttpProbe(ReferenceServer server) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(request(method, path, body), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(String method, String path) {
    return CLIENT.sendAsync(request(method, path, ""), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .timeout(Duration.ofSeconds(8))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
    return JSON.readTree(send(method, path, body).body());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json("GET", path, "");
  }

  int publish(String user, String text) throws IOException, InterruptedException {
    return json("POST", "/users/" + user + "/messages", text).get("delivered").asInt();
  }

  JsonNode connections(String user) throws IOException, InterruptedException {
    return get("/users/" + user + "/connections").get("connections");
  }

  /** How many connections of a user are listed as open. */
  int open(String user) throws IOException, InterruptedException {
    int open = 0;
    for (JsonNode connection : connections(user)) {
      open += connection.get("status").asText().equals("open") ? 1 : 0;
    }
    return open;
  }

  boolean metric(String line) throws IOException, InterruptedException {
    return send("GET", "/metrics", "").body().lines().anyMatch(line::equals);
  }
}
