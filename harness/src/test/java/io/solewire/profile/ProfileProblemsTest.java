package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProfileProblemsTest {

  private static final String START = "profile: 1\nurl: ws://h/{user}\n";
  private static final String ARROW = " => ";

  @TestFactory
  Stream<DynamicTest> saysWhereWhatAndWhatWasExpected() throws IOException {
    Map<String, List<String>> cases =
        Files.readAllLines(Documents.resource("problems.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(ARROW, 2))
            .collect(
                Collectors.groupingBy(
                    pair -> pair[0],
                    LinkedHashMap::new,
                    Collectors.mapping(pair -> "test.yaml:3: " + pair[1], Collectors.toList())));
    assertTrue(cases.size() > 100, "cases found: " + cases.size());
    return cases.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertEquals(
                            entry.getValue(), Documents.problems(START + entry.getKey()))));
  }

  @Test
  void tellsEveryProblemAtOnceInTheOrderOfTheDocument() {
    assertEquals(
        List.of(
            "test.yaml:1: profile is \"2\": expected 1, the version of the format that this"
                + " release reads",
            "test.yaml:2: url is \"http://h/ws\": expected a URL such as"
                + " ws://host:8080/ws?user={user}, which begins with ws:// or wss://",
            "test.yaml:2: url is \"http://h/ws\": expected {user} in the URL, a header, a"
                + " subprotocol or a send step of the dialogue",
            "test.yaml:4: dialogue.1.expect.within is \"2\": expected a duration above 0 and up to"
                + " 1440m, such as 500ms, 1.5s or 2m",
            "test.yaml:5: dialogue.2.send is \"{token}\": expected a variable known at this place:"
                + " {user}",
            "test.yaml:6: decides is \"1\": expected upgrade (or 0); or a send step: 2",
            "test.yaml:8: evicted.code: expected a known key (unknown key, did you mean `codes`?)",
            "test.yaml:9: evicted.by.2 is \"kick\": expected one of message, close, fin, rst",
            "test.yaml:10: policy is \"newest-win\": expected one of newest-wins, refuse-newcomer,"
                + " none",
            "test.yaml:11: max is \"0\": expected a whole number of at least 1",
            "test.yaml:12: max: expected the key only once; it stands in line 11 too"),
        Documents.problems(
            "profile: 2",
            "url: http://h/ws",
            "dialogue:",
            "  - expect: { matches: hi, within: 2 }",
            "  - send: '{\"t\":\"{token}\"}'",
            "decides: 1",
            "evicted:",
            "  code: [4001]",
            "  by: [close, kick]",
            "policy: newest-win",
            "max: 0",
            "max: 1"));
  }

  @Test
  void keepsFileLineKeyValueAndExpectationApart() {
    ProfileException e =
        assertThrows(
            ProfileException.class,
            () -> ProfileReader.read(Documents.resource("broken.yaml"), Map.of(), Variables.NONE));
    Problem problem = e.problems().get(0);
    assertTrue(problem.file().endsWith("broken.yaml"), problem.file());
    assertEquals(4, problem.line());
    assertEquals("evicted.force", problem.key());
    assertEquals("5", problem.value());
    assertEquals(Notation.DURATION, problem.expected());
    assertEquals(problem.toString(), e.getMessage());
  }

  @Test
  void asksForTheVersionAndTheUrl() {
    assertEquals(
        List.of(
            "test.yaml:2: profile: expected 1, the version of the format that this release reads",
            "test.yaml:2: url: expected a URL such as ws://host:8080/ws?user={user}"),
        Documents.problems("# nothing but a name", "name: acme"));
  }

  @Test
  void asksForTheUserWhereverItMayStand() {
    List<String> missing =
        List.of(
            "test.yaml:2: url is \"ws://h/\": expected {user} in the URL, a header, a subprotocol"
                + " or a send step of the dialogue");
    String start = "profile: 1\nurl: ws://h/\n";
    assertEquals(missing, Documents.problems(start));
    assertEquals(missing, Documents.problems(start + "replies: [ { on: a, send: '{user}' } ]"));
    Documents.profile(start + "headers: { X-User: '{user}' }");
    Documents.profile(start + "headers: { Authorization: 'Basic {base64:{user}:x}' }");
    Documents.profile(start + "subprotocols: ['u.{user}']");
    Documents.profile(start + "dialogue: [ { send: 'I am {user}' } ]");
  }

  @Test
  void refusesAnAdmissionBeforeTheDecision() {
    String dialogue = START + "dialogue: [ { send: a }, { expect: b } ]\nadmitted: open\n";
    assertEquals(
        List.of(
            "test.yaml:4: admitted is \"open\": expected dialogue-end, or decides: upgrade; open"
                + " comes before step 1"),
        Documents.problems(dialogue));
    Documents.profile(dialogue + "decides: upgrade");
    Documents.profile(dialogue + "decides: 0");
  }

  @Test
  void knowsACapturedVariableOnlyAfterItsCapture() {
    assertEquals(
        List.of(
            "test.yaml:4: dialogue.1.send is \"{sid}\": expected a variable known at this place:"
                + " {user}"),
        Documents.problems(
            START + "dialogue:",
            "  - send: '{sid}'",
            "  - expect: { matches: s, capture: { sid: '(.*)' } }",
            "  - send: '{sid}'",
            "replies: [ { on: p, send: '{sid}' } ]",
            "probe: { send: '{sid}{probe}', expect: '{sid}' }",
            "epoch: sid"));
  }

  @Test
  void checksUrlsOneByOne() {
    Map<String, String> faults = new LinkedHashMap<>();
    faults.put("ws://h /{user}", "but: illegal character in authority");
    faults.put("ws:///{user}", "with a host of letters, digits, dots and hyphens");
    faults.put("ws://", "but: expected authority");
    faults.put("h:80/{user}", "which begins with ws:// or wss://");
    faults.put("ws://my_host/{user}", "with a host of letters, digits, dots and hyphens");
    faults.put("ws://h:99999/{user}", "with a port from 1 to 65535");
    faults.put("ws://h:0/{user}", "with a port from 1 to 65535");
    faults.put("ws://h/{user}#top", "without a fragment (#)");
    faults.forEach(
        (url, fault) -> {
          List<String> problems = Documents.problems("profile: 1", "url: '" + url + "'");
          assertTrue(problems.get(0).contains(fault), () -> problems.get(0) + " / " + fault);
        });
    for (String fine : List.of("WSS://h/{user}", "ws://[::1]:80/{user}", "ws://{user}.h/")) {
      Documents.profile("profile: 1", "url: '" + fine + "'");
    }
  }

  @Test
  void nodesAreSeveralAndEachHasItsOwnUrl() {
    String expected = "a URL such as ws://host:8080/ws?user={user}";
    assertEquals(
        List.of(
            "test.yaml:2: urls is \"[…]\": expected a list of at least two URLs, one for each node"
                + " of a cluster"),
        Documents.problems("profile: 1", "urls: ['ws://a/{user}']"));
    assertEquals(
        List.of(
            "test.yaml:2: urls.2 is \"ws://a/{user}\": expected another URL than those before it:"
                + " each is a node's",
            "test.yaml:2: urls.3 is \"http://b/{user}\": expected "
                + expected
                + ", which begins with ws:// or wss://"),
        Documents.problems(
            "profile: 1", "urls: ['ws://a/{user}', 'ws://a/{user}', 'http://b/{user}']"));
    assertEquals(
        List.of(
            "test.yaml:2: urls is \"[…]\": expected {user} in the URL, a header, a subprotocol or a"
                + " send step of the dialogue"),
        Documents.problems("profile: 1", "urls: ['ws://a/{user}', 'ws://b/ws']"));
    assertEquals(
        List.of("test.yaml:2: urls is \"ws://a\": expected a list"),
        Documents.problems("profile: 1", "urls: ws://a"));
  }
}
