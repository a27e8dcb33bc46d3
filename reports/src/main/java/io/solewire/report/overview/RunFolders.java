package io.solewire.report.overview;

import static java.util.stream.Collectors.joining;

import io.solewire.hint.Nearest;
import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the folders of runs. Not thread-safe. */
public final class RunFolders {

  private final Collection<Path> galleries;
  private final List<Path> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  private RunFolders(Collection<Path> galleries) {
    this.galleries = galleries;
  }

  /**
   * Looks through folders.
   *
   * @param given folders of runs, and folders whose sub-folders are such; a symbolic link to a
   *     folder that is there anyway is not counted again
   * @param galleries folders whose sub-folders are suggested for a mistyped one
   * @return what was found
   */
  public static RunFolders in(Collection<Path> given, Collection<Path> galleries) {
    RunFolders folders = new RunFolders(galleries);
    given.forEach(folders::look);
    return folders;
  }

  /** The folders of runs, in the order in which they were found. */
  public List<Path> found() {
    return Collections.unmodifiableList(found);
  }

  /** What is wrong with what was given, each on a line that names it. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  private void look(Path given) {
    boolean file = Files.isRegularFile(given) && given.endsWith(Results.FILE);
    Path folder = file ? given.toAbsolutePath().getParent() : given;
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "this is a file" : "there is none";
      problems.add(given + ": expected the folder of a run, but " + what + near(given));
    } else if (RunFolder.isOne(folder)) {
      add(folder);
    } else {
      below(folder);
    }
  }

  private void below(Path folder) {
    List<Path> runs = subfolders(folder).stream().filter(RunFolder::isOne).toList();
    if (runs.isEmpty()) {
      String where = " in it and none in its sub-folders";
      problems.add(
          folder + ": expected the folder of a run, but there is no " + Results.FILE + where);
    }
    // Links come last, so that what they lead to is shown under its own name.
    runs.stream().filter(run -> !Files.isSymbolicLink(run)).forEach(this::add);
    runs.stream().filter(Files::isSymbolicLink).forEach(this::add);
  }

  private void add(Path run) {
    Path real;
    try {
      real = run.toRealPath();
    } catch (IOException e) {
      real = run.toAbsolutePath().normalize();
    }
    if (seen.add(real)) {
      found.add(run);
    }
  }

  private List<Path> subfolders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      problems.add(folder + ": expected a folder that can be read: " + e);
      return List.of();
    }
  }

  /** Its neighbours first, then what lies where results usually do. */
  private String near(Path given) {
    Path parent = given.getParent();
    List<Path> places = new ArrayList<>(List.of(parent == null ? Path.of("") : parent));
    places.addAll(galleries);
    for (Path place : places) {
      // Compared by name, told as what is to be typed.
      Map<String, String> paths = new TreeMap<>();
      if (Files.isDirectory(place)) {
        subfolders(place).forEach(p -> paths.put(p.getFileName().toString(), p.toString()));
      }
      List<String> hits = Nearest.to(String.valueOf(given.getFileName()), paths.keySet());
      if (!hits.isEmpty()) {
        return hits.stream().map(paths::get).collect(joining(" or ", "; did you mean ", "?"));
      }
    }
    return "";
  }
}
