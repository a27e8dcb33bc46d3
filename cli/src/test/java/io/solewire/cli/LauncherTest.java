package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private Checkout checkout;
  private Path home;

  @BeforeEach
  void checkout() throws IOException {
    checkout = new Checkout(folder);
    checkout.java("echo \"in $PWD with ${@: -2}\"");
    home = checkout.home();
  }

  @Test
  void buildsOnceAndAgainWhenASourceChangesOrGoes() throws Exception {
    checkout.launch("x", "y").await();
    checkout.launch("x", "y").await();
    assertEquals(1, checkout.builds());
    Files.writeString(home.resolve("cli/src/main/A.java"), "2");
    checkout.launch("x", "y").await();
    assertEquals(2, checkout.builds());
    Files.delete(home.resolve("cli/src/main/B"));
    checkout.launch("x", "y").await();
    assertEquals(3, checkout.builds());
  }

  @Test
  void leavesOutTheTestsInABrowser() throws Exception {
    checkout.maven("printf '%s\\n' \"$@\" >asked");
    checkout.launch("x", "y").await();
    List<String> asked = Files.readAllLines(home.resolve("asked"));
    assertEquals("!browser-tests", asked.get(asked.indexOf("-pl") + 1), asked.toString());
    String modules = Files.readString(Path.of(System.getProperty("solewire.home"), "pom.xml"));
    assertTrue(modules.contains("<module>browser-tests</module>"), "a module that is no more");
  }

  @Test
  void runsInTheUsersFolderThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("solewire"));
    Ended ended = checkout.start(List.of(link.toString(), "conform", "my file.yaml")).await();
    assertEquals(0, ended.code(), ended.toString());
    assertEquals("in " + folder.toRealPath() + " with conform my file.yaml\n", ended.out());
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    checkout.maven("sleep 1");
    Cli.Running first = checkout.launch("x", "y");
    Path other = Files.createDirectory(folder.resolve("other"));
    Cli.Running second =
        checkout.start(other, List.of(home.resolve("solewire").toString(), "x", "y"));
    assertEquals(List.of(0, 0), List.of(first.await().code(), second.await().code()));
    assertEquals(1, checkout.builds());
  }

  @Test
  void aFailingBuildShowsTheEndOfItsLog() throws Exception {
    checkout.maven("echo '[ERROR] it does not compile'; exit 1");
    Ended ended = checkout.launch("x", "y").await();
    assertEquals(70, ended.code());
    assertTrue(ended.err().contains("[ERROR] it does not compile"), ended.err());
    assertTrue(ended.err().contains("the whole log is in " + home.toRealPath()), ended.err());
    assertFalse(Files.exists(home.resolve("cli/target/solewire/stamp")));
    checkout.maven("true");
    assertEquals(0, checkout.launch("x", "y").await().code());
  }

  @Test
  void jarsOfRemovedDependenciesGo() throws Exception {
    checkout.launch("x", "y").await();
    Path stale = Files.writeString(home.resolve("cli/target/solewire/lib/stale.jar"), "");
    Files.writeString(home.resolve("pom.xml"), "2");
    checkout.launch("x", "y").await();
    assertFalse(Files.exists(stale));
  }

  @Test
  void anInterruptStopsTheBuildAndLeavesNoStamp() throws Exception {
    checkout.maven("echo $$ >'" + folder.resolve("pid") + "'; sleep 60 & wait");
    Cli.Running run = checkout.launch("x", "y");
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
    Ended ended = checkout.launch("x", "y").await();
    assertEquals(70, ended.code());
    assertTrue(ended.err().contains("is Java 11: expected 17 or newer"), ended.err());
  }
}
