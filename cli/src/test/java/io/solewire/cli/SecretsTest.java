package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets stand in more than ten places and come back by every way; none is in any output. */
class SecretsTest {

  private static final int ACCOUNTS = 40;

  @TempDir private Path folder;

  /** What is planted, by where. The server must have heard each, or nothing was tried. */
  private static Map<String, String> planted() {
    Map<String, String> planted = new LinkedHashMap<>();
    planted.put("environment, in the URL's query", "env+query/3141");
    planted.put("environment, in the dialogue", "env-dialogue-5926");
    planted.put("Authorization header", "header-bearer-5358");
    planted.put("Cookie header", "cookie-session-9793");
    planted.put("X-Api-Key header", "api-key-2384");
    planted.put("Base64 of the headers of publish", "basic-password-6264");
    planted.put("query of publish", "publish-query-3383");
    planted.put("body of login", "client-secret-2795");
    planted.put("captured by login", "session-of-acc");
    planted.put("column of credentials", "column-pin-0288");
    planted.put("password of wrong credentials", "wrong-token-4197");
    return planted;
  }

  @Test
  void noSecretIsInAnyOutput() throws Exception {
    try (GossipServer server = new GossipServer()) {
      conform(profile(server));
      String heard = server.heard();
      planted().forEach((where, secret) -> assertTrue(isIn(heard, secret), where + "\n" + heard));
      assertTrue(heard.toLowerCase(Locale.ROOT).contains("x-token: ey"), heard);
    }
    List<String> leaks = new ArrayList<>();
    List<Path> outputs = outputs();
    for (Path file : outputs) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      planted().entrySet().stream()
          .filter(secret -> isIn(text, secret.getValue()))
          .forEach(secret -> leaks.add(secret.getKey() + " is in " + folder.relativize(file)));
      if (text.contains("jwt-key-of-thirty") || text.contains("eyJ")) {
        leaks.add("the token or its key is in " + folder.relativize(file));
      }
    }
    assertEquals(List.of(), leaks);
    assertTrue(outputs.size() >= 6, outputs + " were looked into");
    String history = Files.readString(folder.resolve("run/history.jsonl"));
    assertTrue(history.contains("you said hello"), "what was told back must have been recorded");
    assertTrue(history.contains("***"), "and without secrets");
  }

  private void conform(Path profile) throws Exception {
    Map<String, String> environment =
        Map.of(
            "SW_QUERY", "env+query/3141",
            "SW_DIALOGUE", "env-dialogue-5926",
            "SW_BASIC", "basic-password-6264",
            "SW_CLIENT", "client-secret-2795",
            "SW_JWT", "jwt-key-of-thirty-two-bytes-6939937510");
    String[] arguments =
        Stream.of(
                Stream.of("conform", profile.toString(), "--out", "run"),
                Cli.SCALED.stream(),
                Stream.of("--only", "A1", "--only", "A4", "--only", "B5", "--only", "F1"))
            .flatMap(s -> s)
            .toArray(String[]::new);
    Ended ended = Cli.start(folder, environment, arguments).await();
    assertTrue(ended.out().contains("A1.two-in-turn"), ended::toString);
  }

  /** Standard output, standard error, and whatever is in the folder of the run. */
  private List<Path> outputs() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("run"))) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
      files.add(folder.resolve("out"));
      files.add(folder.resolve("err"));
      return files;
    }
  }

  private static boolean isIn(String text, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    String after =
        Base64.getEncoder().encodeToString(("sw:" + secret).getBytes(StandardCharsets.UTF_8));
    return text.contains(secret)
        || text.contains(encoded)
        || text.contains(base64)
        || text.contains(after);
  }

  private Path profile(GossipServer server) throws IOException {
    StringBuilder accounts = new StringBuilder("user,pin\n");
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts.append("acc").append(i).append(",column-pin-0288-").append(i).append('\n');
    }
    Files.writeString(folder.resolve("users.csv"), accounts);
    Path file = folder.resolve("gossip.yaml");
    Files.writeString(
        file,
        """
        profile: 1
        url: ws://127.0.0.1:%1$d/ws?token={env:SW_QUERY}
        headers:
          Authorization: Bearer header-bearer-5358
          Cookie: sid=cookie-session-9793
          X-Api-Key: api-key-2384
          X-Session: "{session}"
          X-Token: "{token}"
        credentials: users.csv
        login:
          http:
            url: http://127.0.0.1:%2$d/login/{user}
            body: '{"client_secret":"{env:SW_CLIENT}"}'
            capture: { session: '"session":"([^"]+)"' }
        jwt: { secret: "{env:SW_JWT}", claims: { sub: "{user}" } }
        dialogue:
          - send: 'hello {user} {pin} {env:SW_DIALOGUE}'
          - expect: you said hello
        evicted: { codes: [4001] }
        authentication:
          wrong: { url: "ws://127.0.0.1:%1$d/ws?token=wrong-token-4197" }
        publish:
          http:
            url: http://127.0.0.1:%2$d/publish/{user}?key=publish-query-3383
            headers: { Authorization: "Basic {base64:sw:{env:SW_BASIC}}" }
            body: "{message}"
        """
            .formatted(server.port(), server.httpPort()));
    return file;
  }
}
