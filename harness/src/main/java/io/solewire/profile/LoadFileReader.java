package io.solewire.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is to be asked of a load, YAML such as {@code rate: 500}, and reports every problem of
 * it at once. Stateless and thread-safe.
 */
public final class LoadFileReader {

  private static final String WHAT = "a load file";
  private static final String SUCH_AS = ": a mapping such as rate: 500";
  private static final String RATE = "newcomers per second, above 0, such as 500";
  private static final String WARMUP = "0s, or " + Notation.DURATION;
  private static final String BASELINE = "the folder of an earlier run or its result.json";
  private static final String SEED = "a whole number of at most 18 digits";
  private static final int MOST_USERS = 999_999_999;

  private final Path file;
  private final Problems problems = new Problems();
  private final Map<String, String> places = new LinkedHashMap<>();

  private LoadFileReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param file the YAML file
   * @return what it says; with its problems, which are not thrown, so that others can be told
   *     beside them
   */
  public static LoadFile read(Path file) {
    return new LoadFileReader(file).read();
  }

  private LoadFile read() {
    try {
      String text = SourceFile.read(file, WHAT);
      Optional<Tree> tree = YamlDocument.parse(file.toString(), text, problems);
      if (tree.isEmpty()) {
        throw Problems.single(
            new Place(file.toString(), 0), WHAT + SUCH_AS + ", but the document is empty");
      }
      if (!(tree.get() instanceof Tree.Mapping document)) {
        throw Problems.single(tree.get().place(), WHAT + SUCH_AS);
      }
      return read(Node.root(Reading.ofPlainText(problems), document));
    } catch (ProfileException e) {
      return LoadFile.wrong(told(e));
    }
  }

  private LoadFile read(Node document) {
    document.isMappingOf(Keys.LOAD);
    return new LoadFile(
        at(document, "simulation").text(),
        at(document, "users").integer(1, MOST_USERS),
        at(document, "rate").value(RATE, LoadFileReader::rate),
        at(document, "warmup").value(WARMUP, LoadFileReader::warmup),
        at(document, "duration").value(Notation.DURATION, Notation::duration),
        at(document, "popularity").text(),
        sizes(at(document, "sizes")),
        texts(at(document, "gates")),
        at(document, "baseline").value(BASELINE, this::beside),
        at(document, "seed").value(SEED, LoadFileReader::whole),
        texts(at(document, "source-addresses")),
        places,
        told());
  }

  private Node at(Node document, String key) {
    Node node = document.at(key);
    place(node);
    return node;
  }

  private void place(Node node) {
    if (node.present()) {
      places.put(node.key(), file + ":" + node.line());
    }
  }

  private Map<String, String> sizes(Node node) {
    Map<String, String> sizes = new LinkedHashMap<>();
    if (node.present()) {
      node.entries()
          .forEach(
              (name, value) -> {
                place(value);
                value.text().ifPresent(text -> sizes.put(name, text));
              });
    }
    return sizes;
  }

  private List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    for (Node item : node.items()) {
      place(item);
      item.text().ifPresent(texts::add);
    }
    return texts;
  }

  private Optional<Path> beside(String path) {
    try {
      return path.isBlank() ? Optional.empty() : Optional.of(file.resolveSibling(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> rate(String text) {
    return text.matches("\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of(Double.valueOf(text)).filter(rate -> rate > 0)
        : Optional.empty();
  }

  private static Optional<Duration> warmup(String text) {
    return text.matches("0(ms|s|m)?") ? Optional.of(Duration.ZERO) : Notation.duration(text);
  }

  private static Optional<Long> whole(String text) {
    return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private List<String> told() {
    try {
      problems.throwIfAny(Set.of());
      return List.of();
    } catch (ProfileException e) {
      return told(e);
    }
  }

  private static List<String> told(ProfileException e) {
    return e.problems().stream().map(Problem::toString).toList();
  }
}
