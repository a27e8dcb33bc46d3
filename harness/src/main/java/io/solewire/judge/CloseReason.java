package io.solewire.judge;

import io.solewire.history.Detail;
import io.solewire.history.Redactor;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * B5: the reason is UTF-8, at most 123 bytes, what the profile promises, and gives nothing away.
 */
final class CloseReason implements Judge {

  private static final int MAX_BYTES = 123;

  /** An address of IPv4, or of IPv6 in short or in full. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\w.:])(?:"
              + "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"
              + "|(?:(?:[0-9a-fA-F]{1,4}:){1,6}|:)(?::[0-9a-fA-F]{1,4}){1,7}"
              + "|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}"
              + ")(?![\\w.])");

  @Override
  public String rule() {
    return "B5";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace old : Evictions.of(profile, user)) {
      if (Evictions.byClose(old)) {
        findings.add(judge(profile, old, say));
      }
    }
    stable(profile, Evictions.of(profile, user), say).ifPresent(findings::add);
    return findings;
  }

  /** The same text at each takeover in turn. */
  private static Optional<Finding> stable(Profile profile, List<Trace> evicted, Say say) {
    List<Trace> inTurn =
        evicted.stream()
            .filter(t -> t.fault(Faults.IN_TURN).isPresent() && Evictions.byClose(t))
            .toList();
    if (inTurn.size() < 2) {
      return Optional.empty();
    }
    Trace first = inTurn.get(0);
    Optional<Trace> other =
        inTurn.stream().filter(t -> !reason(t).equals(reason(first))).findFirst();
    Trace last = other.orElse(inTurn.get(inTurn.size() - 1));
    String expected = "the reason is the same text at each takeover in turn";
    String actual = given(first) + ", and " + given(last);
    long at = last.ending().closeIn();
    return Optional.of(
        other.isPresent()
            ? Evictions.early(profile, last, say.broken(expected, actual, first.admitted(), at))
            : say.pass(expected, actual, first.admitted(), at));
  }

  private static String given(Trace old) {
    return old.conn() + " was given the reason \"" + reason(old) + "\"";
  }

  private static String reason(Trace old) {
    String text = old.ending().close().text();
    return text == null ? "" : text;
  }

  /** What the reason gives away; a history that was read again has the mask in its place. */
  private static Optional<String> givenAway(Profile profile, Trace old) {
    String text = reason(old);
    boolean own =
        text.contains(old.user())
            && profile.credentialsOf(old.user()).stream().anyMatch(text::contains);
    boolean shared = profile.secrets().values().stream().anyMatch(text::contains);
    if (own || shared || text.contains(Redactor.MASK)) {
      return Optional.of("the reason on " + old.conn() + " contains a credential");
    }
    return ADDRESS.matcher(text).find()
        ? Optional.of(given(old) + ", which contains an address")
        : Optional.empty();
  }

  private static Finding judge(Profile profile, Trace old, Say say) {
    Detail close = old.ending().close();
    String expected =
        "a reason in UTF-8 of at most "
            + MAX_BYTES
            + " bytes"
            + profile.evicted().reason().map(p -> " that matches " + p).orElse("");
    long at = old.ending().closeIn();
    String text = reason(old);
    long bytes =
        close.length() != null ? close.length() : text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      String actual = "the reason on " + old.conn() + " has " + bytes + " bytes";
      return say.broken(expected, actual, old.admitted(), at);
    }
    if (Boolean.FALSE.equals(close.utf8())) {
      String actual = "the reason on " + old.conn() + " is not valid UTF-8";
      return say.broken(expected, actual, old.admitted(), at);
    }
    Optional<String> away = givenAway(profile, old);
    if (away.isPresent()) {
      return say.broken(
          expected + ", without credential and address", away.get(), old.admitted(), at);
    }
    String actual = given(old);
    boolean promised = profile.evicted().reason().map(p -> p.matcher(text).find()).orElse(true);
    return promised
        ? say.pass(expected, actual, old.admitted(), at)
        : Evictions.early(profile, old, say.broken(expected, actual, old.admitted(), at));
  }
}
