package com.example.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.util.ServerInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.SpringVersion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Single active connection per user on Spring's WebSocket, written in two ways. */
@EnableWebSocket
@RestController
@SpringBootApplication
public class Chat extends TextWebSocketHandler implements WebSocketConfigurer {

  private static final CloseStatus SUPERSEDED = new CloseStatus(4001, "superseded");

  /** How a newcomer becomes the user's connection. */
  interface TakeOver {
    void by(WebSocketSession newcomer, String user, Map<String, WebSocketSession> users)
        throws IOException;
  }

  static final Map<String, TakeOver> VARIANTS =
      Map.of("put-returns-old", Chat::putReturnsOld, "get-close-put", Chat::getClosePut);

  /** One step: every newcomer is handed its own predecessor. */
  static void putReturnsOld(
      WebSocketSession newcomer, String user, Map<String, WebSocketSession> users) throws IOException {
    WebSocketSession older = users.put(user, newcomer);
    if (older != null) {
      older.close(SUPERSEDED);
    }
  }

  /** Three steps: newcomers on other threads get the same older one, and overwrite each other. */
  static void getClosePut(
      WebSocketSession newcomer, String user, Map<String, WebSocketSession> users) throws IOException {
    WebSocketSession older = users.get(user);
    if (older != null) {
      older.close(SUPERSEDED);
    }
    users.put(user, newcomer);
  }

  private final Map<String, WebSocketSession> users = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final TakeOver takeOver;

  Chat(@Value("${variant}") String variant) {
    takeOver = VARIANTS.get(variant);
  }

  public static void main(String[] args) {
    if (args.length != 2 || !VARIANTS.containsKey(args[0])) {
      System.err.println("usage: VARIANT PORT; variants: " + String.join(", ", VARIANTS.keySet()));
      System.exit(2);
    }
    System.out.println(
        "version: Spring Boot " + SpringBootVersion.getVersion()
            + ", Spring " + SpringVersion.getVersion() + ", " + ServerInfo.getServerInfo());
    SpringApplication.run(Chat.class, "--variant=" + args[0], "--server.port=" + args[1]);
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(this, "/ws");
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    String user = userOf(session);
    if (user == null || user.isEmpty()) {
      session.close(CloseStatus.POLICY_VIOLATION);
      return;
    }
    WebSocketSession newcomer = new ConcurrentWebSocketSessionDecorator(session, 1000, 1 << 20);
    session.getAttributes().put("self", newcomer);
    takeOver.by(newcomer, user, users);
    send(newcomer, message("welcome").put("user", user));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    WebSocketSession self = selfOf(session);
    if (self != null) {
      users.remove(userOf(session), self); // only if it is still this one
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
    JsonNode content = json.readTree(message.getPayload());
    switch (content.path("type").asText()) {
      case "ping" -> send(selfOf(session), message("pong").put("id", content.path("id").asText()));
      // From one user to another: what an evicted connection must not do any more.
      case "send" -> publish(content.path("to").asText(), content.path("text").asText());
      default -> { }
    }
  }

  @PostMapping("/publish")
  Map<String, Boolean> publish(@RequestParam String user, @RequestBody String text) throws IOException {
    WebSocketSession session = users.get(user);
    if (session != null) {
      send(session, message("message").put("text", text));
    }
    return Map.of("sent", session != null);
  }

  @GetMapping("/health")
  Map<String, String> health() {
    return Map.of("status", "up");
  }

  private ObjectNode message(String type) {
    return json.createObjectNode().put("type", type);
  }

  private static void send(WebSocketSession session, ObjectNode content) throws IOException {
    try {
      session.sendMessage(new TextMessage(content.toString()));
    } catch (IllegalStateException closed) {
      // Superseded meanwhile: Tomcat sends nothing behind its Close.
    }
  }

  private static WebSocketSession selfOf(WebSocketSession session) {
    return (WebSocketSession) session.getAttributes().get("self");
  }

  private static String userOf(WebSocketSession session) {
    String user = UriComponentsBuilder.fromUri(session.getUri()).build().getQueryParams().getFirst("user");
    return user == null ? null : UriUtils.decode(user, "UTF-8");
  }
}
