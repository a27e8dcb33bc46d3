package io.solewire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rooms of the core and the doors between them. */
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesAreFreeOfCycles() {
    assertTrue(CLASSES.contain("io.solewire.wire.Wire"), "there is something to look at");
    slices().matching("io.solewire.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void judgesKnowNeitherSocketsNorFiles() {
    noClasses()
        .that()
        .resideInAPackage("io.solewire.judge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..", "java.nio.file..", "io.solewire.wire..", "io.solewire.record..")
        .check(CLASSES);
  }

  @Test
  void theCoreKnowsNeitherJunitNorGatling() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "io.gatling..", "org.java_websocket..")
        .check(CLASSES);
  }
}
