package io.solewire.report;

import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  private static final Set<String> FILES =
      Set.of("result.json", "junit.xml", "summary.md", "report.html");

  @TempDir private Path folder;

  @Test
  void writesTheFourFilesAndNothingElse() throws Exception {
    Path out = folder.resolve("not/yet/there");
    RunResult run = run(pass("A1.one"));
    Reports.write(run, out);
    assertEquals(new TreeSet<>(FILES), names(out));
    assertEquals(run, Results.read(out.resolve(Results.FILE)));
    Dom.parse(Files.readString(out.resolve(Reports.JUNIT)));
    Pages.of(Files.readString(out.resolve(Reports.HTML)));
  }

  @Test
  void bringsALoadBackAsItWas() throws Exception {
    RunResult run =
        Samples.with(
            run(pass("A1.one")), LoadSamples.load(LoadSamples.passed(), LoadSamples.open()));
    Reports.write(run, folder);
    assertEquals(run, Results.read(folder.resolve(Results.FILE)));
    JsonNode json = new ObjectMapper().readTree(folder.resolve(Results.FILE).toFile());
    JsonNode eviction = json.at("/load/metrics/eviction");
    assertEquals(5_300, eviction.get("p99.9").asLong(), eviction.toString());
    assertEquals(2_100, eviction.get("p99").asLong(), eviction.toString());
    assertTrue(eviction.path("p999").isMissingNode(), eviction.toString());
    assertEquals("inconclusive", json.at("/load/gates/1/verdict").asText());
  }

  @Test
  void replacesOlderFiles() throws Exception {
    Reports.write(run(1, false, fail("D4.late", "x")), folder);
    Reports.write(run(pass("A1.one")), folder);
    assertTrue(Files.readString(folder.resolve(Reports.SUMMARY)).contains("1 of 1 case passes"));
    assertEquals(new TreeSet<>(FILES), names(folder));
  }

  @Test
  void bringsStringsThatUtf8CannotCarryBackUnchanged() throws Exception {
    RunResult run = run(1, false, fail("D4.late", Samples.HOSTILE));
    Reports.write(run, folder);
    assertEquals(run, Results.read(folder.resolve(Results.FILE)));
    for (String name : FILES) {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))));
    }
  }

  @Test
  void namesTheFileAndTheReasonWhenTheFolderIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    IOException e = assertThrows(IOException.class, () -> Reports.write(run(), file));
    assertEquals("cannot write " + file + ": something else has that name", e.getMessage());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void namesTheFileAndLeavesNoScrapsWhenANameIsTaken() throws Exception {
    Path taken = folder.resolve(Reports.HTML);
    Files.createDirectories(taken.resolve("inside"));
    IOException e = assertThrows(IOException.class, () -> Reports.write(run(), folder));
    assertTrue(e.getMessage().startsWith("cannot write " + taken + ": "), e.getMessage());
    assertTrue(names(folder).stream().noneMatch(n -> n.endsWith(".tmp")), names(folder).toString());
  }

  @Test
  void changesNothingUntilEverythingIsWritten() throws Exception {
    FileSet files = new FileSet(folder);
    files.put("a.txt", new byte[] {1});
    assertTrue(Files.notExists(folder.resolve("a.txt")));
    files.close();
    assertEquals(Set.of(), names(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesFilesThatOthersMayReadAsAnyOtherFile() throws Exception {
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    Set<PosixFilePermission> expected = Files.getPosixFilePermissions(ordinary);
    Reports.write(run(pass("A1.one")), folder);
    for (String name : List.copyOf(FILES)) {
      assertEquals(expected, Files.getPosixFilePermissions(folder.resolve(name)), name);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
  }
}
