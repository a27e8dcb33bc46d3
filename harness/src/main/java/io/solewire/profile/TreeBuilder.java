package io.solewire.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Copies composed YAML into a tree; aliases become copies. Not thread-safe.
 *
 * <p>The number of copies is bounded, so aliases of aliases cannot fill the memory, and a mapping
 * that contains itself ends.
 */
final class TreeBuilder {

  private static final int MAX_NODES = 20_000;
  private static final int MAX_DEPTH = 64;
  private static final String TOO_LARGE =
      "it contains itself, or has more than " + MAX_NODES + " values (aliases count as copies)";
  private static final Map<Tag, Tree.Type> TYPES =
      Map.of(
          Tag.STR, Tree.Type.TEXT,
          Tag.INT, Tree.Type.NUMBER,
          Tag.FLOAT, Tree.Type.NUMBER,
          Tag.BOOL, Tree.Type.BOOL,
          Tag.NULL, Tree.Type.NULL);

  private final IntFunction<Place> places;
  private final String root;
  private final Problems problems;
  private int nodes;

  /**
   * Makes a builder for one document.
   *
   * @param places makes a place of a line
   * @param root the dotted key of the document, empty for a profile
   * @param problems takes duplicate keys and the like
   */
  TreeBuilder(IntFunction<Place> places, String root, Problems problems) {
    this.places = places;
    this.root = root;
    this.problems = problems;
  }

  Tree build(Node node) {
    return build(node, root, 0);
  }

  Place place(int line) {
    return places.apply(line);
  }

  private Tree build(Node node, String key, int depth) {
    nodes++;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw new TooLarge(place(node).line(), TOO_LARGE);
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, key, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<Tree> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        String number = Integer.toString(items.size() + 1);
        items.add(build(item, key.isEmpty() ? number : key + "." + number, depth + 1));
      }
      return new Tree.Sequence(place(node), List.copyOf(items));
    }
    ScalarNode scalar = (ScalarNode) node;
    Tree.Type type = TYPES.get(node.getTag());
    if (type == null) {
      problems.add(place(node), key, node.getTag().toString(), "a value without a tag");
    }
    return new Tree.Scalar(place(node), scalar.getValue(), type == null ? Tree.Type.TEXT : type);
  }

  private Tree mapping(MappingNode mapping, String key, int depth) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        problems.add(place, key, "", "a text as key, not a list or a mapping");
        continue;
      }
      String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
      Tree.Entry entry = new Tree.Entry(place, build(tuple.getValueNode(), path, depth + 1));
      Tree.Entry first = entries.putIfAbsent(name.getValue(), entry);
      if (first != null) {
        problems.add(
            place, path, "", "the key only once; it stands in line " + first.key().line() + " too");
      }
    }
    return new Tree.Mapping(place(mapping), entries);
  }

  private Place place(Node node) {
    return places.apply(node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
  }

  /** The document is larger than a profile can be. */
  static final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    TooLarge(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
