package io.solewire.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One conversation, told what came in and asked what is to be done. */
class DialogueTest {

  private Dialogue dialogue;

  private void begin(String... keysAndValues) {
    Map<String, String> profile = new LinkedHashMap<>();
    for (String pair : keysAndValues) {
      String[] parts = pair.split(" = ", 2);
      profile.put(parts[0], parts[1]);
    }
    try {
      Profile read = ProfileReader.forUrl("ws://h/{user}", profile);
      dialogue = new Dialogue(read.conversation(), Variables.NONE.with("user", "anna"));
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  private String upgraded() {
    return words(dialogue.upgraded());
  }

  private String hears(String text) {
    return words(dialogue.heard(false, text.getBytes(StandardCharsets.UTF_8)));
  }

  private String hearsHex(String hex) {
    return words(dialogue.heard(true, HexFormat.of().parseHex(hex)));
  }

  private static String words(List<Effect> effects) {
    return effects.stream()
        .map(e -> e instanceof Effect.Say say ? say.step() + ":" + payload(say) : "admit")
        .collect(Collectors.joining(" "));
  }

  private static String payload(Effect.Say say) {
    return say.binary()
        ? "x" + HexFormat.of().formatHex(say.payload())
        : new String(say.payload(), StandardCharsets.UTF_8);
  }

  @Test
  void withoutADialogueTheUpgradeAdmits() {
    begin();
    assertEquals("the 101 response", dialogue.waitingFor());
    assertEquals("", hears("before the upgrade"));
    assertEquals("admit", upgraded());
    assertEquals("nothing", dialogue.waitingFor());
    assertEquals("", hears("anything"));
  }

  @Test
  void saysItsStepsInTurnAndIsAdmittedAtTheirEnd() {
    begin("dialogue = [{ send: 'hello {user}' }, { expect: welcome }, { send: go }]");
    assertEquals("1:hello anna", upgraded());
    assertEquals("step 2, a message that matches welcome", dialogue.waitingFor());
    assertEquals("", hears("wel"));
    assertEquals("3:go admit", hears("come"));
  }

  @Test
  void aPacketMaySpanBinaryFramesAndAFrameMayHoldSeveral() {
    begin("dialogue = [{ expect-hex: '20 02' }, { expect-hex: '90 01' }, { send-hex: 'c0 00' }]");
    assertEquals("", upgraded());
    assertEquals("", hearsHex("20"));
    assertEquals("3:xc000 admit", hearsHex("02009001"));
  }

  @Test
  void bytesAreFoundAtByteBoundariesOnly() {
    begin("dialogue = [{ expect-hex: '20 02' }]");
    upgraded();
    assertEquals("", hearsHex("f2002f"));
    assertEquals("admit", hearsHex("2002"));
  }

  @Test
  void severalTextPacketsInOneFrameAreTakenOneAfterTheOther() {
    begin("dialogue = [{ expect: '<a/>' }, { send: one }, { expect: '<b/>' }, { send: two }]");
    upgraded();
    assertEquals("2:one 4:two admit", hears("<a/><b/>"));
  }

  @Test
  void aPacketIsNotTakenTwice() {
    begin("dialogue = [{ expect: ok }, { send: next }, { expect: ok }]");
    upgraded();
    assertEquals("2:next", hears("ok"));
    assertEquals("admit", hears("ok"));
  }

  @Test
  void anchorsMeanOneMessage() {
    begin("dialogue = [{ expect: '^0$' }, { expect: '^1$' }]");
    upgraded();
    assertEquals("", hears("10"));
    assertEquals("", hears("0"));
    assertEquals("admit", hears("1"));
  }

  @Test
  void whatWasCapturedIsSaid() {
    begin(
        "dialogue = [{ expect: { matches: 'nonce', capture: { nonce: 'nonce=(\\d+)' } } },"
            + " { send: 'answer {nonce} of {user}' }]");
    upgraded();
    assertEquals("2:answer 42 of anna admit", hears("nonce=42"));
    assertEquals("42", dialogue.variables().get("nonce").orElseThrow());
  }

  @Test
  void aCaptureIsTakenFromTheMessageThatMatched() {
    begin(
        "dialogue = [{ expect: { matches: '\"welcome\"', capture: { id: '\"id\":(\\d+)' } } },"
            + " { send: '{id}' }]");
    upgraded();
    assertEquals("", hears("{\"type\":\"hello\",\"id\":1}"));
    assertEquals("2:2 admit", hears("{\"type\":\"welcome\",\"id\":2}"));
  }

  @Test
  void aCaptureFromAPacketInPiecesIsTakenFromAllOfThem() {
    begin(
        "dialogue = [{ expect: { matches: 'id=\\d+;', capture: { id: 'id=(\\d+);' } } },"
            + " { send: '{id}' }]");
    upgraded();
    assertEquals("", hears("id=4"));
    assertEquals("2:42 admit", hears("2;"));
  }

  @Test
  void whatTheUserIsCalledIsNoExpression() {
    begin("dialogue = [{ expect: 'hello {user}' }]");
    dialogue =
        new Dialogue(
            conversation("dialogue = [{ expect: 'hello {user}' }]"),
            Variables.NONE.with("user", "a.*b"));
    upgraded();
    assertEquals("", hears("hello a--b"));
    assertEquals("admit", hears("hello a.*b"));
  }

  private static io.solewire.profile.Conversation conversation(String pair) {
    try {
      String[] parts = pair.split(" = ", 2);
      return ProfileReader.forUrl("ws://h/{user}", Map.of(parts[0], parts[1])).conversation();
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void heartbeatsAreAnsweredForTheLifeOfTheConnection() {
    begin("replies = [{ on: '^2$', send: '3' }]", "dialogue = [{ expect: welcome }]");
    upgraded();
    assertEquals("0:3", hears("2"));
    assertEquals("admit", hears("welcome"));
    assertEquals("0:3", hears("2"));
    assertEquals("", hears("22"));
  }

  @Test
  void aMessageMayAdmitBeforeTheDialogueEnds() {
    begin(
        "dialogue = [{ expect: challenge }, { send: answer }]", "admitted = { matches: welcome }");
    upgraded();
    assertEquals("admit", hears("welcome"));
    assertEquals("2:answer", hears("challenge"));
    assertEquals("", hears("welcome"));
  }

  @Test
  void openAdmitsBeforeTheDialogue() {
    begin(
        "dialogue = [{ send: hello }, { expect: welcome }]",
        "admitted = open",
        "decides = upgrade");
    assertEquals("admit 1:hello", upgraded());
    assertEquals("", hears("welcome"));
  }

  @Test
  void aReplyThatNeedsACaptureThatHasNotHappenedIsNotSent() {
    begin(
        "dialogue = [{ expect: { matches: welcome, capture: { sid: 'sid=(\\w+)' } } }]",
        "replies = [{ on: '^ping$', send: 'pong {sid}' }]");
    upgraded();
    assertEquals("", hears("ping"));
    assertEquals(
        "a reply cannot be sent: no value for variable {sid}", dialogue.unsaid().orElseThrow());
    assertEquals("admit", hears("welcome sid=x7"));
    assertEquals("0:pong x7", hears("ping"));
  }

  @Test
  void aStepThatNeedsACaptureThatDidNotHappenIsWhereTheDialogueStops() {
    begin(
        "dialogue = [{ expect: { matches: welcome, capture: { sid: 'sid=(\\w+)' } } },"
            + " { send: 'join {sid}' }]");
    upgraded();
    assertEquals("", hears("welcome"));
    assertEquals("step 2 cannot be sent: no value for variable {sid}", dialogue.waitingFor());
  }

  @Test
  void whatIsLookedForWithACaptureThatDidNotHappenIsNotFound() {
    begin(
        "dialogue = [{ expect: { matches: welcome, capture: { sid: 'sid=(\\w+)' } } },"
            + " { expect: 'joined {sid}' }]",
        "admitted = { matches: 'hello' }");
    upgraded();
    assertEquals("", hears("welcome"));
    assertEquals("", hears("joined x7"));
    assertTrue(dialogue.waitingFor().startsWith("step 2, a message that matches joined"));
  }

  @Test
  void aFloodThatNobodyWaitsForIsForgotten() {
    begin("dialogue = [{ expect: welcome }]");
    upgraded();
    List<String> effects = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      effects.add(hears("x".repeat(100_000)));
    }
    assertEquals(List.of(""), effects.stream().distinct().toList());
    assertEquals("admit", hears("welcome"));
  }
}
