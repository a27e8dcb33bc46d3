package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritanceTest {

  @TempDir private Path folder;

  @BeforeEach
  void aProfileToExtend() throws IOException {
    write(
        "profile.yaml",
        "profile: 1",
        "name: base",
        "url: ws://h/{user}",
        "evicted: { codes: [4001], force: 3s }",
        "quiet: 1s");
  }

  @Test
  void whatIsNotSaidAgainHoldsOn() throws Exception {
    write("other.yaml", "extends: profile.yaml", "evicted: { codes: [4002] }");
    Profile profile = read("other.yaml");
    assertEquals("4002", profile.evicted().codes().toString());
    assertEquals(3, profile.evicted().force().toSeconds());
    assertEquals(1, profile.quiet().toSeconds());
  }

  @Test
  void aListIsReplacedAsAWhole() throws Exception {
    write("base.yaml", "extends: profile.yaml", "subprotocols: [a, b]");
    write("other.yaml", "extends: base.yaml", "subprotocols: [c]");
    assertEquals(
        List.of("c"),
        read("other.yaml").endpoint().subprotocols().stream().map(Template::toString).toList());
  }

  @Test
  void aKeyWithoutAValueTakesAway() throws Exception {
    write("other.yaml", "extends: profile.yaml", "quiet:", "evicted: { codes: }");
    Profile profile = read("other.yaml");
    assertEquals(2, profile.quiet().toSeconds());
    assertTrue(!profile.evicted().codesDeclared());
    assertTrue(!profile.declared().contains("quiet"));
  }

  @Test
  void theNameIsOfFolderAndVariantAndNeverInherited() throws Exception {
    write("other.yaml", "extends: profile.yaml");
    assertEquals(folder.getFileName() + "/other", read("other.yaml").name());
    assertEquals("base", read("profile.yaml").name());
  }

  @Test
  void whatIsStoredExtendsNothing() throws Exception {
    write("other.yaml", "extends: profile.yaml", "quiet: 3s");
    Profile profile = read("other.yaml");
    Profile stored = ProfileReader.readStored("history", profile.document(), "other");
    assertEquals(profile.digest(), stored.digest());
    assertEquals(3, stored.quiet().toSeconds());
  }

  @Test
  void aProblemStandsWhereItWasWritten() throws Exception {
    write("base.yaml", "extends: profile.yaml", "", "quiet: soon");
    write("other.yaml", "extends: base.yaml", "max: 0");
    List<String> problems = problems("other.yaml");
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith(folder.resolve("base.yaml") + ":3: quiet is \"soon\""));
    assertTrue(problems.get(1).startsWith(folder.resolve("other.yaml") + ":2: max is \"0\""));
  }

  @Test
  void whoExtendsItselfIsTold() throws Exception {
    write("a.yaml", "extends: b.yaml", "profile: 1", "url: ws://h/{user}");
    write("b.yaml", "extends: a.yaml");
    String expected =
        folder.resolve("b.yaml")
            + ":1: extends is \"a.yaml\": expected the name of another profile in the same folder,"
            + " such as profile.yaml, but this one extends itself";
    assertEquals(List.of(expected), problems("a.yaml"));
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws Exception {
    write("other.yaml", "extends: ../profile.yaml", "profile: 1", "url: ws://h/{user}");
    List<String> problems = problems("other.yaml");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("expected the name of another profile in the same folder"));
  }

  @Test
  void aStoredProfileNeedsNoneOfTheFilesThatItNamed() throws Exception {
    write("ca.pem", "-");
    write("Dockerfile", "FROM scratch");
    write("other.yaml", "extends: profile.yaml", "tls: { ca: ca.pem }", "start: { build: . }");
    Profile profile = read("other.yaml");
    Profile stored = ProfileReader.readStored("history", profile.document(), "other");
    assertEquals(profile.digest(), stored.digest());
  }

  private Profile read(String name) throws ProfileException {
    return ProfileReader.read(folder.resolve(name), Map.of(), Ports.NONE.variables());
  }

  private List<String> problems(String name) {
    ProfileException problems = assertThrows(ProfileException.class, () -> read(name));
    return problems.problems().stream().map(Problem::toString).toList();
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
