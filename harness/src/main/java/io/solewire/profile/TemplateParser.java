package io.solewire.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into the parts of a template, in linear time. One per text, not thread-safe.
 *
 * <p>Braces are paired beforehand, so that a Base64 form may hold braces of its own and a text full
 * of forms that never end is read once, not once per form.
 */
final class TemplateParser {

  private static final Pattern SIMPLE =
      Pattern.compile("\\{(?:([a-z][a-z0-9_-]*)|env:([A-Za-z_][A-Za-z0-9_]*))\\}");
  private static final String BASE64 = "{base64:";
  private static final int MAX_DEPTH = 8;
  private static final int UNPAIRED = -1;

  private final String text;
  private final int[] closing;

  private TemplateParser(String text) {
    this.text = text;
    this.closing = pairBraces(text);
  }

  static List<TemplatePart> parse(String text) {
    return new TemplateParser(text).parts(0, text.length(), 0);
  }

  private List<TemplatePart> parts(int from, int to, int depth) {
    List<TemplatePart> parts = new ArrayList<>();
    Matcher simple = SIMPLE.matcher(text);
    int literal = from;
    int at = text.indexOf('{', from);
    while (at >= 0 && at < to) {
      int end = at + 1;
      if (simple.region(at, to).lookingAt()) {
        addLiteral(parts, literal, at);
        parts.add(simplePart(simple));
        end = simple.end();
        literal = end;
      } else if (beginsBase64(at, depth)) {
        addLiteral(parts, literal, at);
        parts.add(new TemplatePart.Base64(parts(at + BASE64.length(), closing[at], depth + 1)));
        end = closing[at] + 1;
        literal = end;
      }
      at = text.indexOf('{', end);
    }
    addLiteral(parts, literal, to);
    return List.copyOf(parts);
  }

  private boolean beginsBase64(int at, int depth) {
    return depth < MAX_DEPTH && closing[at] != UNPAIRED && text.startsWith(BASE64, at);
  }

  private static TemplatePart simplePart(Matcher simple) {
    String name = simple.group(1);
    return name != null
        ? new TemplatePart.Variable(name)
        : new TemplatePart.Environment(simple.group(2));
  }

  private void addLiteral(List<TemplatePart> parts, int from, int to) {
    if (from < to) {
      parts.add(new TemplatePart.Literal(text.substring(from, to)));
    }
  }

  private static int[] pairBraces(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, UNPAIRED);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        open.push(i);
      } else if (c == '}' && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }
}
