package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside a Maven and a Java that only say what they were asked to do. */
class LauncherTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void checkout() throws IOException {
    home = Files.createDirectories(folder.resolve("a check out"));
    Files.copy(Path.of(System.getProperty("solewire.home"), "solewire"), home.resolve("solewire"));
    home.resolve("solewire").toFile().setExecutable(true);
    for (String made : List.of(".mvn/wrapper", "config", "cli/src/main", "jdk/bin")) {
      Files.createDirectories(home.resolve(made));
    }
    for (String file : List.of("pom.xml", "cli/pom.xml", "cli/src/main/A.java", "cli/src/main/B")) {
      Files.writeString(home.resolve(file), "1");
    }
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
    script("jdk/bin/java", "echo \"in $PWD with ${@: -2}\"");
    maven("true");
  }

  @Test
  void buildsOnceAndAgainWhenASourceChangesOrGoes() throws Exception {
    launch("x", "y").await();
    launch("x", "y").await();
    assertEquals(1, builds());
    Files.writeString(home.resolve("cli/src/main/A.java"), "2");
    launch("x", "y").await();
    assertEquals(2, builds());
    Files.delete(home.resolve("cli/src/main/B"));
    launch("x", "y").await();
    assertEquals(3, builds());
  }

  @Test
  void leavesOutTheTestsInABrowser() throws Exception {
    maven("printf '%s\\n' \"$@\" >asked");
    launch("x", "y").await();
    List<String> asked = Files.readAllLines(home.resolve("asked"));
    assertEquals("!browser-tests", asked.get(asked.indexOf("-pl") + 1), asked.toString());
    String modules = Files.readString(Path.of(System.getProperty("solewire.home"), "pom.xml"));
    assertTrue(modules.contains("<module>browser-tests</module>"), "a module that is no more");
  }

  @Test
  void runsInTheUsersFolderThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("solewire"));
    Ended ended = start(List.of(link.toString(), "conform", "my file.yaml")).await();
    assertEquals(0, ended.code(), ended.toString());
    assertEquals("in " + folder.toRealPath() + " with conform my file.yaml\n", ended.out());
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    maven("sleep 1");
    Cli.Running first = launch("x", "y");
    Path other = Files.createDirectory(folder.resolve("other"));
    Cli.Running second = start(other, List.of(home.resolve("solewire").toString(), "x", "y"));
    assertEquals(List.of(0, 0), List.of(first.await().code(), second.await().code()));
    assertEquals(1, builds());
  }

  @Test
  void aFailingBuildShowsTheEndOfItsLog() throws Exception {
    maven("echo '[ERROR] it does not compile'; exit 1");
    Ended ended = launch("x", "y").await();
    assertEquals(70, ended.code());
    assertTrue(ended.err().contains("[ERROR] it does not compile"), ended.err());
    assertTrue(ended.err().contains("the whole log is in " + home.toRealPath()), ended.err());
    assertFalse(Files.exists(home.resolve("cli/target/solewire/stamp")));
    maven("true");
    assertEquals(0, launch("x", "y").await().code());
  }

  @Test
  void jarsOfRemovedDependenciesGo() throws Exception {
    launch("x", "y").await();
    Path stale = Files.writeString(home.resolve("cli/target/solewire/lib/stale.jar"), "");
    Files.writeString(home.resolve("pom.xml"), "2");
    launch("x", "y").await();
    assertFalse(Files.exists(stale));
  }

  @Test
  void anInterruptStopsTheBuildAndLeavesNoStamp() throws Exception {
    maven("echo $$ >'" + folder.resolve("pid") + "'; sleep 60 & wait");
    Cli.Running run = launch("x", "y");
    await().atMost(SOON).until(() -> Files.exists(folder.resolve("pid")));
    await().atMost(SOON).until(() -> !Files.readString(folder.resolve("pid")).isEmpty());
    List<ProcessHandle> all = new ArrayList<>(run.process().descendants().toList());
    run.signal("TERM");
    assertEquals(143, run.await().code());
    await().atMost(SOON).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertFalse(Files.exists(home.resolve("cli/target/solewire/stamp")));
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
    Ended ended = launch("x", "y").await();
    assertEquals(70, ended.code());
    assertTrue(ended.err().contains("is Java 11: expected 17 or newer"), ended.err());
  }

  private int builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private void maven(String work) throws IOException {
    script(
        "mvnw",
        "cd \"$(dirname \"$0\")\"; echo build >>builds; mkdir -p cli/target/solewire/lib\n" + work);
    Files.deleteIfExists(home.resolve("builds"));
  }

  private void script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Cli.Running launch(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("solewire").toString()));
    command.addAll(List.of(args));
    return start(command);
  }

  private Cli.Running start(List<String> command) throws IOException {
    return start(folder, command);
  }

  private Cli.Running start(Path in, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.redirectOutput(in.resolve("out").toFile());
    builder.redirectError(in.resolve("err").toFile());
    return new Cli.Running(builder.start(), in);
  }
}
