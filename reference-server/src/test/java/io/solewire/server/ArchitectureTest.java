package io.solewire.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rooms and the doors between them. */
@Timeout(60) // reading all classes takes its time where many tests run at once
final class ArchitectureTest {
  @Test
  void packagesAreFreeOfCycles() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.solewire.server");
    slices().matching("io.solewire.(server.*)").should().beFreeOfCycles().check(classes);
  }
}
