package io.solewire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the core and the doors between them. */
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.solewire");

  @Test
  void packagesAreFreeOfCycles() {
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
