package io.solewire.report;

import static io.solewire.report.Pages.byId;
import static io.solewire.report.Pages.cases;
import static io.solewire.report.Samples.RED;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.inconclusive;
import static io.solewire.report.Samples.notApplicable;
import static io.solewire.report.Samples.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlSafetyTest {

  private static List<RunResult> reports() {
    return List.of(RED, Samples.with(RED, LoadSamples.load(LoadSamples.passed())));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void leadsEveryLinkToSomethingInThePage(RunResult run) throws Exception {
    Document page = page(run);
    Set<String> ids = new HashSet<>();
    for (Element element : Dom.all(page, "*")) {
      if (element.hasAttribute("id")) {
        assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
      }
    }
    for (Element link : Dom.all(page, "a")) {
      assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void loadsNothing(RunResult run) throws Exception {
    Document page = page(run);
    Element policy = Dom.only(Dom.all(page, "meta"), e -> !e.getAttribute("http-equiv").isEmpty());
    assertTrue(
        policy.getAttribute("content").startsWith("default-src 'none'; style-src 'unsafe-inline'"));
    for (Element element : Dom.all(page, "*")) {
      assertFalse(Set.of("link", "img", "iframe", "image", "use").contains(element.getTagName()));
      assertFalse(element.getTagName().equals("script") && !isData(element));
      assertFalse(element.hasAttribute("src") || element.hasAttribute("style"));
      assertFalse(element.hasAttribute("href") && !element.getAttribute("href").startsWith("#"));
    }
    String style = Dom.all(page, "style").get(0).getTextContent();
    assertFalse(style.contains("url(") || style.contains("@import"));
    assertTrue(style.contains("prefers-color-scheme: dark"));
  }

  @Test
  void runsNoScriptThatItsPolicyDoesNotName() throws Exception {
    String html = HtmlReport.of(RED);
    String policy =
        Dom.only(Dom.all(Pages.of(html), "meta"), e -> !e.getAttribute("http-equiv").isEmpty())
            .getAttribute("content");
    List<String> scripts = Pages.scripts(html);
    assertFalse(scripts.isEmpty());
    StringBuilder named = new StringBuilder("script-src");
    for (String script : scripts) {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      named.append(" 'sha256-").append(Base64.getEncoder().encodeToString(sum)).append("'");
    }
    assertTrue(policy.contains(named + ";"), policy);
  }

  private static boolean isData(Element script) {
    return script.getAttribute("type").equals("application/json");
  }

  @Test
  void keepsHostileTextAsText() throws Exception {
    CaseResult bad = fail("D4.late", Samples.HOSTILE);
    List<CaseResult.Found> findings = new ArrayList<>(bad.findings());
    CaseResult known =
        Samples.with(
            bad, new CaseResult.Known(Samples.HOSTILE, "2027-01-31", Samples.HOSTILE), findings);
    RunResult run =
        run(
            Samples.HOSTILE,
            Verdict.FAIL,
            1,
            false,
            List.of(Samples.HOSTILE),
            known,
            inconclusive("D1.\"><script>", Samples.HOSTILE),
            notApplicable("F1.published", Samples.HOSTILE));
    Document page = page(run);
    assertEquals(Pages.scripts(HtmlReport.of(RED)), Pages.scripts(HtmlReport.of(run)));
    assertTrue(Dom.all(page, "script").stream().allMatch(HtmlSafetyTest::isData));
    assertEquals(3, cases(page).size());
    String text = Dom.all(byId(page, "D4.late"), "pre").get(0).getTextContent();
    assertTrue(text.contains("]]><script>alert(1)</script> <!-- & \" ' | ``"), text);
    assertTrue(text.contains("{{ seed }} </pre></details>"), text);
    assertTrue(text.contains("\\u0000\\u0001\\u0007\\u001b\\ufffe \\ud800 \\udc00"), text);
    assertTrue(
        text.contains("\\u202eevil\\u202c \u0645\u0631\u062D\u0628\u0627 \uD83D\uDE00"), text);
  }

  private static Document page(RunResult run) throws Exception {
    return Pages.of(run);
  }
}
