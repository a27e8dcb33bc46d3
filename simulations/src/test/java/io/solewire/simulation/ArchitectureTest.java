package io.solewire.simulation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.gatling.javaapi.core.Simulation;
import io.solewire.simulation.gatling.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rooms of the simulations, and the one door to what Gatling does not promise to keep. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  private static final DescribedPredicate<JavaClass> GATLING = resideInAPackage("io.gatling..");
  private static final DescribedPredicate<JavaClass> PROMISED =
      resideInAPackage("io.gatling.javaapi..");
  private static final DescribedPredicate<JavaClass> BEHIND_IT =
      resideInAnyPackage("scala..", "com.typesafe..");

  @Test
  void thereIsSomethingToLookAt() {
    for (Class<?> type : new Class<?>[] {Step.class, TakeoverSimulation.class}) {
      assertTrue(CLASSES.contain(type), type.getName());
    }
  }

  @Test
  void oneClassTouchesGatlingsInternals() {
    noClasses()
        .that(DescribedPredicate.not(belongToAnyOf(Step.class)))
        .should()
        .dependOnClassesThat(GATLING.and(DescribedPredicate.not(PROMISED)).or(BEHIND_IT))
        .check(CLASSES);
  }

  @Test
  void gatlingsJavaApiIsUsedByTheSimulationsAndTheirStep() {
    noClasses()
        .that(DescribedPredicate.not(belongToAnyOf(Step.class).or(assignableTo(Simulation.class))))
        .should()
        .dependOnClassesThat(GATLING)
        .check(CLASSES);
  }

  @Test
  void theClientKnowsNeitherGatlingNorTheLoad() {
    classes()
        .that()
        .resideInAPackage("io.solewire.simulation.client..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.solewire.simulation.client..",
                "io.solewire.history..",
                "io.solewire.record..",
                "io.solewire.wire..",
                "io.netty..",
                "java..",
                "javax.net.ssl.."))
        .check(CLASSES);
  }

  @Test
  void theWatchKnowsNothingOfWhatIsSimulated() {
    classes()
        .that()
        .resideInAPackage("io.solewire.simulation.watch..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.solewire.simulation.watch..",
                "io.solewire.simulation.flight..",
                "io.solewire.result..",
                "org.HdrHistogram..",
                "com.sun.management..",
                "javax.management..",
                "java.."))
        .check(CLASSES);
  }

  @Test
  void theMetricsKnowNothingOfWhatIsSimulated() {
    classes()
        .that()
        .resideInAPackage("io.solewire.simulation.metrics..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.solewire.simulation.metrics..",
                "io.solewire.load..",
                "io.prometheus..",
                "org.HdrHistogram..",
                "java.."))
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.solewire.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingHereKnowsJunit() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.junit..").check(CLASSES);
  }
}
