package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.report.overview.RunFolder;
import io.solewire.report.overview.RunFolders;
import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTest {

  @TempDir private Path folder;

  @BeforeEach
  void runs() throws IOException {
    run("runs/20261128-one");
    run("runs/20261129-two");
    Files.createDirectories(folder.resolve("runs/notes"));
  }

  @Test
  void theFolderOfARunAndOneOfRunsAreFound() {
    assertEquals(
        List.of(at("runs/20261128-one"), at("runs/20261129-two")), find(at("runs")).found());
    assertEquals(List.of(at("runs/20261128-one")), find(at("runs/20261128-one")).found());
    assertEquals(
        List.of(at("runs/20261128-one")), find(at("runs/20261128-one/result.json")).found());
  }

  @Test
  void theLinkToTheLatestIsNotCountedTwice() throws IOException {
    Files.createSymbolicLink(at("runs/latest"), Path.of("20261129-two"));
    assertEquals(
        List.of(at("runs/20261128-one"), at("runs/20261129-two")), find(at("runs")).found());
    assertEquals(List.of(at("runs/latest")), find(at("runs/latest")).found());
    Files.delete(at("runs/20261129-two/result.json"));
    Files.delete(at("runs/20261129-two"));
    assertEquals(List.of(at("runs/20261128-one")), find(at("runs")).found());
  }

  @Test
  void aRunIsCountedOnceHoweverOftenItIsGiven() {
    assertEquals(2, find(at("runs"), at("runs/20261128-one"), at("runs")).found().size());
  }

  @Test
  void whatIsNoRunIsTold() throws IOException {
    String words = ": expected the folder of a run, but there is ";
    assertEquals(
        List.of(at("runs/notes") + words + "no result.json in it and none in its sub-folders"),
        find(at("runs/notes")).problems());
    Files.writeString(at("runs/a.txt"), "");
    RunFolders several = find(at("runs/a.txt"), at("nothing"), at("runs"));
    assertEquals(
        List.of(
            at("runs/a.txt") + ": expected the folder of a run, but this is a file",
            at("nothing") + words + "none"),
        several.problems());
    assertEquals(2, several.found().size());
  }

  @Test
  void aMistypedFolderIsGuessed() throws IOException {
    run("published/django-channels");
    String guess = "; did you mean " + at("published/django-channels") + "?";
    RunFolders folders =
        RunFolders.in(List.of(Path.of("djnago-channels")), List.of(at("published")));
    assertTrue(folders.problems().get(0).endsWith(guess), folders.problems().toString());
    List<String> beside = find(at("published/djngo-channels")).problems();
    assertTrue(beside.get(0).endsWith(guess), beside.toString());
  }

  /** Killed half-way: there is a history, which can be judged, and no result. */
  @Test
  void aRunThatLeftNoResultIsOneThatSaysSo() throws IOException {
    for (String left : List.of("history/header.json", "history.jsonl", "load-history.jsonl.gz")) {
      Path run = at("killed-" + left.length());
      Path file = run.resolve(left);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
      assertEquals(List.of(run), find(run).found());
      RunFolder read = RunFolder.read(run);
      assertEquals(
          List.of(
              run
                  + ": the run left no result.json (killed?); ./solewire check "
                  + run
                  + " judges what it recorded"),
          read.problems());
      assertTrue(read.result().isEmpty());
    }
  }

  private RunFolders find(Path... given) {
    return RunFolders.in(List.of(given), List.of());
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private void run(String name) throws IOException {
    Path run = Files.createDirectories(at(name));
    Files.writeString(
        run.resolve(Results.FILE), Results.toJson(Samples.run(Samples.pass("A1.one"))));
  }
}
