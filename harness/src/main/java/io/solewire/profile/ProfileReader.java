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
    Problems problems = new Problems();
    Tree.Mapping document = document(file, problems);
    String name = DocumentReader.nameOf(file, Inheritance.isVariant(document));
    Tree.Mapping whole = Inheritance.resolve(file, document, problems);
    Tree.Mapping said = Overrides.apply(whole, overrides, problems);
    Tree.Mapping changed = DialectSection.completed(said, problems);
    Path folder = file.toAbsolutePath().getParent();
    Reading reading = Reading.of(changed, folder, environment, variables, problems);
    return new DocumentReader(reading, changed).read(name);
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
    Problems problems = new Problems();
    Tree.Mapping whole = document(history, document, problems);
    boolean drops = whole.entries().keySet().stream().anyMatch(STORED::contains);
    Tree.Mapping kept = drops ? without(whole) : whole;
    Path folder = Path.of("").toAbsolutePath();
    Reading reading =
        Reading.of(kept, folder, variable -> "***", Ports.NONE.variables(), problems)
            .withoutFiles();
    return new DocumentReader(drops ? reading.knowingAll() : reading, kept).read(name);
  }

  /** How users logged in: of no use to a judge, and the files are elsewhere. */
  private static final Set<String> STORED = Set.of("credentials", "login", "jwt");

  private static Tree.Mapping without(Tree.Mapping document) {
    Map<String, Tree.Entry> kept = new LinkedHashMap<>(document.entries());
    kept.keySet().removeAll(STORED);
    return new Tree.Mapping(document.place(), kept);
  }

  /** A document as it stands in its file. */
  static Tree.Mapping document(Path file, Problems problems) throws ProfileException {
    return document(file.toString(), SourceFile.read(file), problems);
  }

  /** A document as it stands somewhere else. */
  static Tree.Mapping document(String source, String text, Problems problems)
      throws ProfileException {
    Optional<Tree> tree = YamlDocument.parse(source, text, problems);
    if (tree.isEmpty()) {
      throw Problems.single(new Place(source, 0), "a profile, but the document is empty");
    }
    if (!(tree.get() instanceof Tree.Mapping document)) {
      throw Problems.single(tree.get().place(), "a profile: a mapping such as profile: 1");
    }
    return document;
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
    Tree.Mapping said = Overrides.apply(new Tree.Mapping(place, entries), overrides, problems);
    Tree.Mapping document = DialectSection.completed(said, problems);
    Path folder = Path.of("").toAbsolutePath();
    Reading reading = Reading.of(document, folder, environment, Variables.NONE, problems);
    return new DocumentReader(reading, document).read(null);
  }

  private static Tree.Entry scalar(Place place, String text, Tree.Type type) {
    return new Tree.Entry(place, new Tree.Scalar(place, text, type));
  }
}
