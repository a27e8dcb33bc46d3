package io.solewire.profile;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 into a tree that knows its lines. Stateless.
 *
 * <p>Hostile input ends in one problem: nesting and aliases are bounded before anything recurses.
 */
final class YamlDocument {

  private static final int MAX_DEPTH = 32;

  private YamlDocument() {}

  /**
   * Reads one document.
   *
   * @param file name for places
   * @param text the YAML
   * @param problems takes duplicate keys and the like
   * @return the tree, empty if the document is
   * @throws ProfileException if it is not YAML; with a line
   */
  static Optional<Tree> parse(String file, String text, Problems problems) throws ProfileException {
    return parse(text, new TreeBuilder(line -> new Place(file, line), "", problems));
  }

  /**
   * As {@link #parse(String, String, Problems)}, with places and keys as the builder makes them.
   */
  static Optional<Tree> parse(String text, TreeBuilder builder) throws ProfileException {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(50)
            .build();
    try {
      boundDepth(new Parse(settings).parseString(text));
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.map(builder::build);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      int line = mark.map(m -> m.getLine() + 1).orElse(0);
      String context = e.getContext() == null ? "" : " " + e.getContext();
      throw notYaml(builder.place(line), e.getProblem() + context);
    } catch (ReaderException e) {
      int line = (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count() + 1;
      throw notYaml(
          builder.place(line), String.format("character U+%04X is not allowed", e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw notYaml(builder.place(0), String.valueOf(e.getMessage()));
    } catch (TreeBuilder.TooLarge e) {
      throw notYaml(builder.place(e.line()), e.getMessage());
    }
  }

  private static void boundDepth(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      depth += depthChange(event.getEventId());
      if (depth > MAX_DEPTH) {
        throw new TreeBuilder.TooLarge(
            event.getStartMark().map(m -> m.getLine() + 1).orElse(0),
            "it is nested more than " + MAX_DEPTH + " levels deep");
      }
    }
  }

  private static int depthChange(Event.ID id) {
    return switch (id) {
      case MappingStart, SequenceStart -> 1;
      case MappingEnd, SequenceEnd -> -1;
      default -> 0;
    };
  }

  private static ProfileException notYaml(Place place, String reason) {
    return Problems.single(place, "valid YAML, but " + reason.trim());
  }
}
