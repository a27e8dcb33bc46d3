package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileReaderTest {

  private final Profile full = Documents.read("full.yaml");
  private final Profile plain = Documents.profile("profile: 1\nurl: ws://h:81/ws?user={user}\n");

  @Test
  void readsTheEndpointWithItsTemplates() {
    Endpoint endpoint = full.endpoint();
    Variables user = Variables.NONE.with("user", "a b");
    assertEquals(
        "wss://acme.example/ws?user=a%20b", endpoint.url().render(user, UrlEscape.COMPONENT));
    assertEquals("Bearer t0k3n", endpoint.headers().get("Authorization").render(user));
    assertEquals(
        List.of("chat.v1", "user.a b"),
        endpoint.subprotocols().stream().map(protocol -> protocol.render(user)).toList());
    assertTrue(endpoint.tls().orElseThrow().ca().orElseThrow().isAbsolute());
  }

  @Test
  void readsTheDialogueStepByStep() {
    List<Step> steps = full.conversation().steps();
    assertEquals(5, steps.size());
    Step.Send hello = (Step.Send) steps.get(0);
    assertEquals(
        "{\"type\":\"hello\",\"user\":\"u\",\"auth\":\"dTp0MGszbg==\"}",
        hello.payload().template().render(Variables.NONE.with("user", "u")));
    Step.Expect welcome = (Step.Expect) steps.get(1);
    assertEquals(Duration.ofMillis(1500), welcome.within());
    assertEquals(Set.of("epoch"), welcome.capture().keySet());
    assertFalse(welcome.match().binary());
    assertEquals(new Step.Send(new Payload(true, Template.of("100f"))), steps.get(2));
    Match connack = new Match(true, Template.of("2002"));
    assertEquals(new Step.Expect(connack, Duration.ofMillis(500), Map.of()), steps.get(3));
    assertEquals(Duration.ofSeconds(2), ((Step.Expect) steps.get(4)).within());
    assertEquals(1, full.conversation().decides());
  }

  @Test
  void readsNumbersAsTheTextThatWasWritten() {
    Reply pong = full.conversation().replies().get(0);
    assertEquals(Template.of("3"), pong.send().template());
    assertEquals(Template.of("^2$"), pong.on().template());
    Reply binary = full.conversation().replies().get(1);
    assertTrue(binary.on().binary());
    assertEquals(Template.of("d000"), binary.send().template());
  }

  @Test
  void readsWhatTheEvictedConnectionSees() {
    Evicted evicted = full.evicted();
    assertEquals("4001, 4100-4199", evicted.codes().toString());
    assertTrue(evicted.codesDeclared());
    assertEquals("superseded", evicted.reason().orElseThrow().pattern());
    assertEquals(Set.of(Evicted.Signal.CLOSE, Evicted.Signal.MESSAGE), evicted.by());
    assertEquals(Duration.ofSeconds(5), evicted.force());
  }

  @Test
  void readsPolicyClosesLimitsAndStart() {
    assertEquals(2, full.policy().max());
    assertEquals(new Policy.Damper(3, Duration.ofSeconds(5)), full.policy().damper().orElseThrow());
    assertEquals(Set.of(409), full.refused().status());
    assertEquals(Duration.ofMinutes(1), full.closes().idle().orElseThrow().after());
    assertEquals(new Limits(OptionalInt.of(200), OptionalInt.of(50)), full.limits());
    Start start = full.start().orElseThrow();
    assertEquals(Duration.ofSeconds(10), start.readyWithin());
    assertEquals(
        "7",
        ((Launch.Command) start.launch()).words().get(2).render(Variables.NONE.with("port", "7")));
  }

  @Test
  void readsCapabilities() {
    Publish.Http publish = (Publish.Http) full.capabilities().publish().orElseThrow();
    assertEquals("POST", publish.request().method());
    Sessions sessions = full.capabilities().sessions().orElseThrow();
    assertEquals("GET", sessions.list().orElseThrow().method());
    assertTrue(sessions.metrics().isPresent());
    assertTrue(sessions.close().isEmpty());
  }

  @Test
  void recordsEveryKeyThatTheDocumentSets() {
    assertTrue(full.declared().containsAll(Set.of("tenants", "effect", "delivery", "identity")));
    assertEquals(Set.of("profile", "url"), plain.declared());
  }

  @Test
  void givesEverythingElseItsDocumentedDefault() {
    assertEquals(Profile.CURRENT_RULES, plain.rules());
    assertEquals(Template.of("sw-{run}-{n}"), plain.user());
    assertEquals(new Admission.Open(), plain.conversation().admission());
    assertEquals(Conversation.UPGRADE, plain.conversation().decides());
    assertEquals(new Probe.Ping(), plain.probe());
    assertEquals(new Policy(Policy.Kind.NEWEST_WINS, 1, Optional.empty()), plain.policy());
    assertEquals(CloseCodes.EVICTION, plain.evicted().codes());
    assertFalse(plain.evicted().codesDeclared());
    assertEquals(Set.of(Evicted.Signal.CLOSE), plain.evicted().by());
    assertEquals(Duration.ofSeconds(1), plain.evicted().within());
    assertEquals(Duration.ofSeconds(5), plain.evicted().force());
    assertEquals(Duration.ofSeconds(2), plain.quiet());
    assertEquals("1001, 1012", plain.closes().shutdown().toString());
    assertEquals(Limits.NONE, plain.limits());
    assertEquals(Set.of(), plain.secrets().values());
    assertEquals(Credentials.NONE, plain.credentials());
    assertEquals(
        new Capabilities(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Identity(Map.of()),
            Optional.empty()),
        plain.capabilities());
  }

  @Test
  void aDialogueMovesAdmissionToItsEndAndTheDecisionToItsLastSend() {
    Profile profile =
        Documents.profile(
            "profile: 1",
            "url: ws://h/",
            "dialogue:",
            "  - expect: hello",
            "  - send: 'I am {user}'",
            "  - expect: welcome");
    assertEquals(new Admission.DialogueEnd(), profile.conversation().admission());
    assertEquals(2, profile.conversation().decides());
  }

  @Test
  void anEvictionMessageMayComeFirstUnlessByForbidsIt() {
    String start = "profile: 1\nurl: ws://h/{user}\n";
    assertEquals(
        Set.of(Evicted.Signal.MESSAGE, Evicted.Signal.CLOSE),
        Documents.profile(start + "evicted: { message: replaced }").evicted().by());
    assertEquals(
        Set.of(Evicted.Signal.CLOSE),
        Documents.profile(start + "evicted: { message: replaced, by: [close] }").evicted().by());
  }

  @Test
  void makesACompleteProfileOfAUrl() throws ProfileException {
    Profile profile = ProfileReader.forUrl("ws://127.0.0.1:8080/ws?user={user}", Map.of());
    assertEquals("127.0.0.1:8080", profile.name());
    assertEquals(CloseCodes.EVICTION, profile.evicted().codes());
    assertEquals("h:443", ProfileReader.forUrl("wss://h/{user}", Map.of()).name());
  }

  @Test
  void namesATargetAfterItsFileOrFolder() {
    assertEquals("test", plain.name());
    assertEquals("acme-staging", full.name());
  }

  @Test
  void fillsInThePortThatIsKnownAlready() {
    Profile profile =
        Documents.read(
            "profile: 1\nurl: ws://127.0.0.1:{port}/{user}\nstart: { command: [srv, '{port}'] }\n",
            Map.of(),
            Variables.NONE.with("port", "4711"));
    Variables user = Variables.NONE.with("user", "u");
    assertEquals("ws://127.0.0.1:4711/u", profile.endpoint().url().render(user));
    assertEquals("4711", profile.start().orElseThrow().readyPorts().get(0).render(Variables.NONE));
  }
}
