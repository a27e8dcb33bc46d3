package io.solewire.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules, the packages, and the doors between them. */
class ArchitectureTest {

  private static final String ROOT = "io.solewire.";
  private static final List<String> MODULES =
      List.of("server", "conformance", "report", "simulation", "cli");
  private static final String[] HARNESS =
      Stream.concat(
              Stream.of(ROOT + "dialect"), // dialect.mqtt is a module of its own
              Stream.of(
                      "profile",
                      "rule",
                      "history",
                      "wire",
                      "dialogue",
                      "machine",
                      "record",
                      "judge",
                      "result",
                      "load",
                      "hint")
                  .map(name -> ROOT + name + ".."))
          .toArray(String[]::new);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.solewire");

  @Test
  void everyModuleIsLookedAt() {
    for (String part : List.of("profile", "judge", "load", "hint")) {
      assertTrue(CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith(ROOT + part)), part);
    }
    for (String part : MODULES) {
      assertTrue(CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith(ROOT + part)), part);
    }
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.solewire.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theHarnessKnowsNoModuleAndNoDriver() {
    noClasses()
        .that()
        .resideInAnyPackage(HARNESS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(
                    modules(),
                    Stream.of("org.junit..", "io.gatling..", "io.netty..", "org.java_websocket.."))
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void theReferenceServerKnowsNothingElseOfOurs() {
    others("server", Stream.concat(Stream.of(HARNESS), modules())).check(CLASSES);
  }

  @Test
  void conformanceTestsKnowNoGatlingAndNoServer() {
    others("conformance", Stream.concat(modules(), Stream.of("io.gatling.."))).check(CLASSES);
  }

  @Test
  void simulationsKnowNoJUnit() {
    others("simulation", Stream.of("org.junit..")).allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void reportsOpenNoSocket() {
    others("report", Stream.concat(modules(), Stream.of("java.net..", "java.net.http..")))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.solewire.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void noPackageIsNamedUtil() {
    noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..").check(CLASSES);
  }

  /** A module must not depend on these, itself excepted. */
  private static ArchRule others(String module, Stream<String> packages) {
    String own = ROOT + module + "..";
    return noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages.filter(p -> !p.equals(own)).toArray(String[]::new));
  }

  private static Stream<String> modules() {
    return MODULES.stream().map(name -> ROOT + name + "..");
  }
}
