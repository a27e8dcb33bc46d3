package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsAndOverridesTest {

  private static final String START = "profile: 1\nurl: ws://h/{user}\n";

  @Test
  void everyValueOfTheEnvironmentIsASecret() {
    Profile profile =
        Documents.profile(
            START + "dialogue: [ { send: '{env:ACME_TOKEN}' } ]\nheaders: { A: 'b{env:EMPTY}' }");
    assertEquals(Set.of("t0k3n"), profile.secrets().values());
    Step.Send send = (Step.Send) profile.conversation().steps().get(0);
    assertEquals("t0k3n", send.payload().template().render(Variables.NONE));
    assertFalse(profile.toString().contains("t0k3n"), profile::toString);
  }

  @Test
  void headersThatCarryCredentialsAreSecrets() {
    Profile profile =
        Documents.profile(
            START + "headers:",
            "  Authorization: Bearer abc.def",
            "  X-My-Token: 1234",
            "  Cookie: session=5678",
            "  X-Basic-Password: 'Basic {base64:{user}:hunter2}'",
            "  X-Plain: visible");
    assertEquals(
        Set.of(
            "Bearer abc.def",
            "Bearer%20abc.def",
            "abc.def",
            "1234",
            "session=5678",
            "session%3D5678",
            "hunter2"),
        profile.secrets().values());
  }

  @Test
  void credentialsInTheUrlAreSecrets() {
    String url = "ws://bob:pw12@h/{user}?api_key=k9x7&auth=1&room=r1&sig={user}";
    Profile profile = Documents.profile("profile: 1\nurl: " + url);
    assertEquals(Set.of("bob:pw12", "bob%3Apw12", "pw12", "k9x7"), profile.secrets().values());
  }

  @Test
  void whatAUserLogsInWithIsKnownFromTheProfile() {
    Profile profile =
        Documents.profile(
            """
            profile: 1
            url: ws://h/?user={user}&token=token-of-{user}&room=r-{user}&key={user}
            headers: { Authorization: "Bearer jwt-{user}" }
            """);
    assertEquals(Set.of("token-of-ann", "jwt-ann"), profile.credentialsOf("ann"));
  }

  @Test
  void aProblemShowsNoSecret() throws ProfileException {
    ProfileException e =
        assertThrows(
            ProfileException.class,
            () -> ProfileReader.forUrl("ws://bob:pw12@h/?token=k9x7", Map.of()));
    assertEquals(
        "ws://***@h/?token=***: url is \"ws://***@h/?token=***\": expected {user} in the URL, a"
            + " header, a subprotocol or a send step of the dialogue",
        e.getMessage());
  }

  @Test
  void theEnvironmentMayHoldTheBeginningOfTheUrl() {
    Profile profile =
        Documents.profile("profile: 1\nurl: '{env:SERVER}/ws?u={user}&t={env:SERVER}'");
    assertEquals(
        "ws://h:8080/ws?u=%2F&t=ws%3A%2F%2Fh%3A8080",
        profile.endpoint().url().render(Variables.NONE.with("user", "/"), UrlEscape.COMPONENT));
  }

  @Test
  void theDigestKnowsTheMeaningButNoSecret() {
    String digest = digest(START + "quiet: 1s\nmax: 2");
    assertTrue(digest.matches("[0-9a-f]{64}"), digest);
    assertEquals(digest, digest("max: 2 # two\n" + START + "quiet: '1s'"));
    assertNotEquals(digest, digest(START + "quiet: 1s\nmax: 3"));
    assertEquals(
        digest(START + "headers: { X-Api-Key: one1 }"),
        digest(START + "headers: { X-Api-Key: two2 }"));
  }

  @Test
  void overridesAreLaidOverTheDocument() {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("evicted.codes", "[4001, 4100-4199]");
    overrides.put("dialogue.1.send", "'I am {user}'");
    overrides.put("limits.connections", "7");
    overrides.put("policy", "none");
    Profile profile =
        Documents.read(
            START + "evicted: { within: 2s, codes: [4000] }\ndialogue: [ { send: a } ]\n",
            overrides,
            Variables.NONE);
    assertEquals("4001, 4100-4199", profile.evicted().codes().toString());
    assertEquals(Duration.ofSeconds(2), profile.evicted().within());
    assertEquals(7, profile.limits().connections().getAsInt());
    assertEquals(Policy.Kind.NONE, profile.policy().kind());
    Step.Send send = (Step.Send) profile.conversation().steps().get(0);
    assertEquals("I am {user}", send.payload().template().toString());
    assertTrue(profile.declared().contains("limits"));
  }

  @Test
  void problemsOfOverridesNameTheOptionAndTheKey() {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("evicted.within", "fast");
    overrides.put("evicted.codez", "[1]");
    overrides.put("url.x", "1");
    overrides.put("dialogue.3.send", "a");
    overrides.put("quiet", "{");
    overrides.put("..", "a");
    List<String> problems =
        Documents.problems(
            (START + "max: 0\ndialogue: [ { send: a } ]").getBytes(StandardCharsets.UTF_8),
            overrides);
    String nowhere = ": expected a dotted key that leads to a mapping or a list";
    assertEquals(7, problems.size(), problems::toString);
    assertEquals(
        "test.yaml:3: max is \"0\": expected a whole number of at least 1", problems.get(0));
    assertEquals("--set: url.x" + nowhere, problems.get(1));
    assertEquals("--set: dialogue.3.send" + nowhere, problems.get(2));
    assertTrue(problems.get(3).startsWith("--set: quiet is \"{\": expected valid YAML, but "));
    assertEquals("--set: .." + nowhere, problems.get(4));
    assertEquals(
        "--set: evicted.within is \"fast\": expected " + Notation.DURATION, problems.get(6));
    assertTrue(problems.get(5).startsWith("--set: evicted.codez: expected a known key"));
  }

  @Test
  void aUrlAloneTakesOverridesToo() throws ProfileException {
    Profile profile =
        ProfileReader.forUrl("ws://h/{user}", Map.of("name", "mine", "quiet", "300ms"));
    assertEquals("mine", profile.name());
    assertEquals(Duration.ofMillis(300), profile.quiet());
  }

  private static String digest(String document) {
    return Documents.profile(document).digest();
  }
}
