package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final Variables ANNA =
      Variables.of(Map.of("user", "anna", "password", "p{user}", "a-b_1", "x y/ü"));

  @Test
  void fillsInVariables() {
    assertEquals("ws://h/anna?u=anna", Template.of("ws://h/{user}?u={user}").render(ANNA));
    assertEquals("<x y/ü>", Template.of("<{a-b_1}>").render(ANNA));
  }

  @Test
  void leavesJsonAsItIs() {
    assertEquals(
        "{\"type\":\"x\",\"user\":\"anna\",\"in\":{\"a\":{}}}",
        Template.of("{\"type\":\"x\",\"user\":\"{user}\",\"in\":{\"a\":{}}}").render(ANNA));
    assertEquals("{\"n\":anna}", Template.of("{\"n\":{user}}").render(ANNA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "{}",
        "{ user }",
        "{User}",
        "{1}",
        "a{2,3}",
        "{env:}",
        "{env:1}",
        "{base64:",
        "{base64:{\"a\":1}",
        "{user",
        "{hex:00}"
      })
  void takesABraceThatBeginsNoFormAsABrace(String text) {
    assertEquals(text, Template.of(text).render(ANNA));
    assertEquals(Set.of(), Template.of(text).variables());
  }

  @Test
  void encodesBase64WithWhatStandsInIt() {
    Template basic = Template.of("Basic {base64:{user}:{password}}");
    assertEquals("Basic YW5uYTpwe3VzZXJ9", basic.render(ANNA));
    assertEquals(Set.of("user", "password"), basic.variables());
    assertEquals("WVE9PQ==", Template.of("{base64:{base64:a}}").render(ANNA));
    assertEquals("eyJhIjp7fX0=.", Template.of("{base64:{\"a\":{}}}.").render(ANNA));
    assertEquals("", Template.of("{base64:}").render(ANNA));
  }

  @Test
  void neverReadsAValueAsATemplate() {
    assertEquals("p{user}", Template.of("{password}").render(ANNA));
  }

  @Test
  void escapesValuesButNotTheTextAroundThem() {
    assertEquals(
        "/a b/x%20y%2F%C3%BC", Template.of("/a b/{a-b_1}").render(ANNA, UrlEscape.COMPONENT));
    assertEquals("%3D", UrlEscape.COMPONENT.apply("="));
    assertEquals("aZ0-._~", UrlEscape.COMPONENT.apply("aZ0-._~"));
    assertEquals("^\\Qanna\\E$", Template.of("^{user}$").render(ANNA, Pattern::quote));
    assertEquals("YQ%3D%3D", Template.of("{base64:a}").render(ANNA, UrlEscape.COMPONENT));
  }

  @Test
  void namesAVariableThatHasNoValue() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Template.of("{x}{sid}").render(Variables.NONE.with("x", "1")));
    assertEquals("no value for variable {sid}", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Template.of("{env:HOME}").render(Variables.NONE));
  }

  @Test
  void showsItsSourceEvenWhenValuesAreBound() {
    Template bound =
        Template.of("{env:TOKEN}-{port}-{n}")
            .bind(Map.of("TOKEN", "s")::get, Variables.NONE.with("port", "80"));
    assertEquals("{env:TOKEN}-{port}-{n}", bound.toString());
    assertEquals(Set.of("n"), bound.variables());
    assertEquals("s-80-1", bound.render(Variables.NONE.with("n", "1")));
  }
}
