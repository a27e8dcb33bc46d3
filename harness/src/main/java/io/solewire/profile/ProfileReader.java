package io.solewire.profile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads profiles and reports every problem of one at once. Stateless and thread-safe. */
public final class ProfileReader {

  private ProfileReader() {}

  /**
   * Reads a profile file.
   *
   * @param file the YAML file
   * @param overrides dotted key to YAML value, as given by {@code --set}
   * @param variables values known when it is read, such as {@code port}; they may be used anywhere
   * @return the profile
   * @throws ProfileException with every problem found: file, line, key, value, what was expected
   */
  public static Profile read(Path file, Map<String, String> overrides, Variables variables)
      throws ProfileException {
    return read(file, overrides, variables, System::getenv);
  }

  /** As {@link #read(Path, Map, Variables)}; {@code environment} gives null for what is not set. */
  static Profile read(
      Path file,
      Map<String, String> overrides,
      Variables variables,
      UnaryOperator<String> environment)
      throws ProfileException {
    Source source =
        new Source(file.toString(), SourceFile.read(file), file.toAbsolutePath().getParent());
    return read(source, DocumentReader.nameOf(file), overrides, variables, environment, Set.of());
  }

  /**
   * Reads the document that a history carries, which has no secrets any more.
   *
   * @param history names the history in problems
   * @param document as {@link Profile#document()} gave it
   * @param name the target's name
   * @return a profile to judge by; not one to connect with
   * @throws ProfileException with every problem found
   */
  public static Profile readStored(String history, String document, String name)
      throws ProfileException {
    Source source = new Source(history, document, Path.of("").toAbsolutePath());
    Variables known = Variables.NONE.with("port", "1");
    return read(source, name, Map.of(), known, variable -> "***", STORED);
  }

  /** How users logged in: of no use to a judge, and the files are elsewhere. */
  private static final Set<String> STORED = Set.of("credentials", "login", "jwt");

  /** Where a document comes from, and the folder that its paths are relative to. */
  private record Source(String name, String text, Path folder) {}

  private static Profile read(
      Source source,
      String name,
      Map<String, String> overrides,
      Variables variables,
      UnaryOperator<String> environment,
      Set<String> without)
      throws ProfileException {
    Problems problems = new Problems();
    Place whole = new Place(source.name(), 0);
    Optional<Tree> tree = YamlDocument.parse(source.name(), source.text(), problems);
    if (tree.isEmpty()) {
      throw Problems.single(whole, "a profile, but the document is empty");
    }
    if (!(tree.get() instanceof Tree.Mapping document)) {
      throw Problems.single(tree.get().place(), "a profile: a mapping such as profile: 1");
    }
    Tree.Mapping changed = Overrides.apply(document, overrides, problems);
    boolean drops = changed.entries().keySet().stream().anyMatch(without::contains);
    Tree.Mapping kept = drops ? without(changed, without) : changed;
    Reading reading = Reading.of(kept, source.folder(), environment, variables, problems);
    return new DocumentReader(drops ? reading.knowingAll() : reading, kept).read(name);
  }

  private static Tree.Mapping without(Tree.Mapping document, Set<String> keys) {
    Map<String, Tree.Entry> kept = new LinkedHashMap<>(document.entries());
    kept.keySet().removeAll(keys);
    return new Tree.Mapping(document.place(), kept);
  }

  /**
   * Makes the profile that a URL alone stands for.
   *
   * @param url ws or wss URL with {@code {user}}
   * @param overrides dotted key to YAML value, as given by {@code --set}
   * @return the profile with the documented defaults
   * @throws ProfileException with every problem found
   */
  public static Profile forUrl(String url, Map<String, String> overrides) throws ProfileException {
    return forUrl(url, overrides, System::getenv);
  }

  /** As {@link #forUrl(String, Map)}; {@code environment} gives null for what is not set. */
  static Profile forUrl(
      String url, Map<String, String> overrides, UnaryOperator<String> environment)
      throws ProfileException {
    Problems problems = new Problems();
    Place place = new Place(url, 0);
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    entries.put("profile", scalar(place, "1", Tree.Type.NUMBER));
    entries.put("url", scalar(place, url, Tree.Type.TEXT));
    Tree.Mapping document = Overrides.apply(new Tree.Mapping(place, entries), overrides, problems);
    Path folder = Path.of("").toAbsolutePath();
    Reading reading = Reading.of(document, folder, environment, Variables.NONE, problems);
    return new DocumentReader(reading, document).read(null);
  }

  private static Tree.Entry scalar(Place place, String text, Tree.Type type) {
    return new Tree.Entry(place, new Tree.Scalar(place, text, type));
  }
}
