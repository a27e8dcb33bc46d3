package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of the formats, version 1, by the mapping that they stand in. */
enum Keys {
  DOCUMENT(
      "profile extends rules name url urls headers subprotocols tls user credentials login jwt dialogue"
          + " decides replies dialect admitted epoch probe policy max damper evicted refused closes"
          + " quiet authentication tenants publish subscribe effect presence sessions identity"
          + " delivery limits not-applicable start"),
  TLS("ca cert key insecure"),
  STEP("send send-hex expect expect-hex"),
  EXPECT("matches within capture"),
  EXPECT_HEX("matches within"),
  REPLY("on on-hex send send-hex"),
  MATCH("matches"),
  ADMITTED("matches matches-hex"),
  PROBE("send send-hex expect expect-hex"),
  DAMPER("after in"),
  EVICTED("codes reason message message-hex by within force"),
  REFUSED("status codes message message-hex"),
  CLOSES("idle shutdown"),
  IDLE("after codes"),
  PUBLISH("http send send-hex"),
  REQUEST("http"),
  HTTP("method url headers body"),
  AUTHENTICATION("wrong other again"),
  LOGIN("name url headers send"),
  SIGN_IN("http command capture"),
  SIGN_IN_HTTP("method url headers body capture"),
  JWT("secret algorithm claims expires"),
  AGAIN("send send-hex"),
  SUBSCRIBE("send send-hex expect expect-hex publish"),
  EFFECT("send send-hex seen"),
  SEEN("on matches matches-hex"),
  PRESENCE("on url online offline"),
  IDENTITY("case whitespace unicode numeric"),
  SESSIONS("list close metrics"),
  LIMITS("connections connects-per-second"),
  START("command serve ready image build run environment port nodes store"),
  READY("port within"),
  KNOWN_FAILURE("case reason until"),
  LOAD(
      "simulation users rate warmup duration popularity sizes gates baseline seed"
          + " source-addresses");

  private static final int NEAR = 2;

  private final List<String> names;

  Keys(String names) {
    this.names = List.of(names.split(" "));
  }

  List<String> names() {
    return names;
  }

  /** What to say about a key that is not among these. */
  String expectedInsteadOf(String unknown) {
    TreeMap<Integer, String> byDistance = new TreeMap<>();
    names.forEach(name -> byDistance.putIfAbsent(distance(unknown.toLowerCase(), name), name));
    Map.Entry<Integer, String> nearest = byDistance.firstEntry();
    boolean near = nearest.getKey() <= NEAR && nearest.getKey() < nearest.getValue().length();
    return near
        ? "a known key (unknown key, did you mean `" + nearest.getValue() + "`?)"
        : "a known key (unknown key; known here: " + String.join(", ", names) + ")";
  }

  /** The edit distance of Levenshtein; O(a · b), for words that a person wrote. */
  private static int distance(String a, String b) {
    if (a.length() > b.length() + NEAR) {
      return Integer.MAX_VALUE;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
