package io.solewire.judge;

import io.solewire.history.CaseFold;
import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.UserTraces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history written as text: {@code c1 admitted 0; c2 requested 10 admitted 12; c1 close 4409 13}.
 *
 * <p>Each part between semicolons is about one connection of the user {@code u}, or, as {@code
 * anna/c1}, of another. It is followed by what happened: a verb, what belongs to it, and when, in
 * milliseconds. {@code published m1 200 40} and {@code end 9000} stand alone. A connection opens at
 * its first event; one that is admitted without being requested was requested at that instant. It
 * may say what it is used for: {@code o1 opened observer 0}. {@code admitted 17 12} is admitted
 * with epoch 17 at 12 ms.
 */
public final class Story {

  private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Set<String> ROLES =
      Set.of("subject", "canary", "incomplete", "intruder", "observer");
  private static final Map<String, EventKind> BARE =
      Map.of(
          "upgraded", EventKind.UPGRADED,
          "fin", EventKind.FIN_IN,
          "rst", EventKind.RST_IN,
          "our-fin", EventKind.FIN_OUT,
          "our-rst", EventKind.RST_OUT,
          "abandoned", EventKind.ABANDONED);
  private static final Set<String> VERBS =
      Set.of(
          "opened",
          "unreachable",
          "requested",
          "refused",
          "close",
          "our-close",
          "fault",
          "probe",
          "answered",
          "reads",
          "upgraded",
          "admitted",
          "fin",
          "rst",
          "our-fin",
          "our-rst",
          "abandoned");

  private final List<Event> events = new ArrayList<>();
  private final Set<String> opened = new HashSet<>();
  private final Set<String> requested = new HashSet<>();

  private record Clause(String verb, List<String> words, long t) {
    String word(int index) {
      return index < words.size() ? words.get(index) : null;
    }
  }

  private Story() {}

  /** The events, in the order of their instants. */
  public static List<Event> events(String text) {
    Story story = new Story();
    for (String part : text.replace('\n', ' ').split(";")) {
      if (!part.isBlank()) {
        story.part(part.strip());
      }
    }
    story.events.sort(Comparator.comparingLong(Event::t));
    return story.events;
  }

  /** The same, folded as in production. */
  public static List<UserTraces> users(String text) {
    return fold(events(text));
  }

  static List<UserTraces> fold(List<Event> events) {
    CaseFold fold = new CaseFold();
    events.forEach(fold::accept);
    return fold.users();
  }

  private void part(String part) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(part);
    while (matcher.find()) {
      tokens.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    String who = tokens.remove(0);
    int slash = who.indexOf('/');
    String user = slash < 0 ? "u" : who.substring(0, slash);
    String conn = who.substring(slash + 1);
    long last = nanos(tokens.get(tokens.size() - 1));
    if (conn.equals("end")) {
      add(last, "", "", EventKind.CASE_END, Detail.NONE);
    } else if (conn.equals("published")) {
      add(last, user, "", EventKind.PUBLISHED, published(tokens));
    } else {
      clauses(tokens).forEach(clause -> clause(user, conn, clause));
    }
  }

  /** Of {@code ID}, {@code ID STATUS} or {@code ID STATUS took MILLIS}, and the instant. */
  private static Detail published(List<String> tokens) {
    String id = tokens.get(0);
    if (tokens.size() == 2) {
      return Detail.published(id);
    }
    long took = tokens.size() > 3 ? nanos(tokens.get(3)) : 0;
    return Detail.published(id, Integer.parseInt(tokens.get(1)), null, took);
  }

  private static List<Clause> clauses(List<String> tokens) {
    List<Clause> clauses = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      if (!VERBS.contains(tokens.get(at))) {
        throw new IllegalArgumentException("no verb: " + tokens.get(at) + " in " + tokens);
      }
      int next = at + 1;
      while (next < tokens.size() && !VERBS.contains(tokens.get(next))) {
        next++;
      }
      List<String> words = tokens.subList(at + 1, next - 1);
      clauses.add(new Clause(tokens.get(at), words, nanos(tokens.get(next - 1))));
      at = next;
    }
    return clauses;
  }

  private void clause(String user, String conn, Clause clause) {
    long t = clause.t();
    String key = user + "/" + conn;
    if (clause.verb().equals("unreachable")) {
      opened.add(key);
      add(t, user, conn, EventKind.TCP_FAILED, Detail.named("subject", "refused"));
      return;
    }
    boolean opens = clause.verb().equals("opened");
    if (opened.add(key)) {
      boolean role = opens && clause.word(0) != null && ROLES.contains(clause.word(0));
      Detail detail =
          role ? Detail.named(clause.word(0), clause.word(1)) : Detail.named("subject", "");
      add(t, user, conn, EventKind.TCP_OPEN, detail);
    }
    if (clause.verb().equals("requested") || clause.verb().equals("admitted")) {
      if (requested.add(key)) {
        add(t, user, conn, EventKind.REQUEST_SENT, Detail.step(0, true));
      }
    }
    if (!opens && !clause.verb().equals("requested")) {
      event(user, conn, clause);
    }
  }

  private void event(String user, String conn, Clause clause) {
    long t = clause.t();
    String first = clause.word(0);
    switch (clause.verb()) {
      case "admitted" -> add(t, user, conn, EventKind.ADMITTED, epoch(first));
      case "refused" -> add(t, user, conn, EventKind.REFUSED, refusal(first));
      case "close" -> add(t, user, conn, EventKind.CLOSE_IN, close(first, clause.word(1)));
      case "our-close" -> add(t, user, conn, EventKind.CLOSE_OUT, close(first, null));
      case "fault" -> add(t, user, conn, EventKind.FAULT, Detail.named(first, clause.word(1)));
      case "probe" -> add(t, user, conn, EventKind.PROBE_SENT, Detail.id(first));
      case "answered" -> add(t, user, conn, EventKind.PROBE_ANSWERED, Detail.id(first));
      case "reads" -> add(t, user, conn, EventKind.FRAME_IN, frame(first, clause.word(1)));
      default -> add(t, user, conn, BARE.get(clause.verb()), Detail.NONE);
    }
  }

  private static Detail epoch(String epoch) {
    return epoch == null ? Detail.NONE : Detail.id(epoch);
  }

  private static Detail refusal(String how) {
    boolean number = how.matches("\\d+");
    if (number && how.length() == 3) {
      return Detail.status(Integer.parseInt(how), "HTTP/1.1 " + how);
    }
    return number ? Detail.close(Integer.valueOf(how), 0, true, "") : Detail.note(how);
  }

  /**
   * A code or {@code empty}; a reason, {@code #200} for one of so many bytes, or {@code invalid}.
   */
  private static Detail close(String code, String reason) {
    Integer number = code == null || code.equals("empty") ? null : Integer.valueOf(code);
    String text = reason == null ? "" : reason;
    if (text.startsWith("#")) {
      text = "x".repeat(Integer.parseInt(text.substring(1)));
    }
    return Detail.close(number, text.length(), !text.equals("invalid"), text);
  }

  /** A text; {@code evicted} before it if it means that; or an opcode with {@code -} before it. */
  private static Detail frame(String first, String second) {
    if (first.startsWith("-")) {
      return Detail.frame(first.substring(1), 1, null, null, second);
    }
    boolean evicted = first.equals("evicted");
    String text = evicted ? second : first;
    return Detail.frame("text", text.length(), true, evicted ? "evicted" : null, text);
  }

  private void add(long t, String user, String conn, EventKind kind, Detail detail) {
    events.add(new Event(t, "T1.story", user, conn, kind, detail));
  }

  private static long nanos(String millis) {
    return Math.round(Double.parseDouble(millis) * 1_000_000);
  }
}
