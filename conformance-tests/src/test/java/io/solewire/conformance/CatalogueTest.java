package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.cases.AllCases;
import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.judge.Judges;
import io.solewire.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void knowsEveryClassThatHoldsCases() throws IOException {
    Path sources = Path.of("src/main/java/io/solewire/conformance/cases");
    Set<String> found;
    try (Stream<Path> files = Files.list(sources)) {
      found =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("[A-L]\\d\\w+\\.java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    Set<String> known =
        AllCases.CLASSES.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    assertEquals(found, known);
  }

  @Test
  void everyIdIsUniqueAndNamesItsRule() {
    List<String> ids = Catalogue.cases().stream().map(CaseInfo::id).toList();
    assertEquals(Set.copyOf(ids).size(), ids.size());
    for (CaseInfo info : Catalogue.cases()) {
      assertTrue(info.id().matches("[A-L]\\d\\.[a-z0-9]+(-[a-z0-9]+)*"), info.id());
      String type = info.method().getDeclaringClass().getSimpleName();
      assertTrue(type.startsWith(info.rule().id()), type + " holds " + info.id());
    }
  }

  @Test
  void everyRuleWithACaseHasAJudge() {
    for (CaseInfo info : Catalogue.cases()) {
      assertTrue(Judges.rules().contains(info.rule().id()), info.id());
    }
  }

  @Test
  void everyNeededKeyIsOneThatTheRuleBookKnows() {
    Set<String> keys =
        RuleBook.current().rules().stream()
            .flatMap(rule -> rule.needs().stream())
            .collect(Collectors.toSet());
    // of these rules some cases need more than the rule
    keys.addAll(Set.of("sessions", "evicted.by: close or evicted.by: message"));
    keys.addAll(Set.of("policy without damper", "subscribe or publish or effect"));
    keys.add("url: 127.0.0.1");
    Catalogue.cases().forEach(c -> assertTrue(keys.containsAll(c.needs()), c.id()));
  }
}
