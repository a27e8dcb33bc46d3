package io.solewire.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The head of an upgrade request (RFC 6455 section 4.1), to be sent as it is, or broken on purpose.
 * Immutable.
 *
 * @param line the request line
 * @param headers in order
 */
public record UpgradeRequest(String line, Map<String, String> headers) {

  private static final String KEY = "Sec-WebSocket-Key";
  private static final String VERSION = "Sec-WebSocket-Version";

  /**
   * The request for a call.
   *
   * @param call where to and as whom
   * @param key the nonce, 16 bytes in Base64
   * @return the request
   */
  public static UpgradeRequest of(Call call, String key) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", call.target().authority());
    headers.put("Connection", "Upgrade");
    headers.put("Upgrade", "websocket");
    headers.put(VERSION, "13");
    headers.put(KEY, key);
    if (!call.subprotocols().isEmpty()) {
      headers.put("Sec-WebSocket-Protocol", String.join(", ", call.subprotocols()));
    }
    headers.putAll(call.headers());
    return new UpgradeRequest("GET " + call.target().resource() + " HTTP/1.1", headers);
  }

  /** The same without the key that section 4.2.1 asks for. */
  public UpgradeRequest withoutKey() {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(KEY);
    return new UpgradeRequest(line, fewer);
  }

  /** The same with a version that no server speaks (section 4.4). */
  public UpgradeRequest withVersion(String version) {
    Map<String, String> other = new LinkedHashMap<>(headers);
    other.put(VERSION, version);
    return new UpgradeRequest(line, other);
  }

  /** The bytes on the wire, with the empty line that ends them. */
  public byte[] bytes() {
    List<String> lines = new ArrayList<>();
    lines.add(line);
    headers.forEach((name, value) -> lines.add(name + ": " + value));
    String text = String.join("\r\n", lines) + "\r\n\r\n";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** All bytes but the last: the server cannot know that the head has ended. */
  public byte[] withoutLastByte() {
    byte[] all = bytes();
    return java.util.Arrays.copyOf(all, all.length - 1);
  }

  /** The first half of the bytes: the request line and some headers, but not their end. */
  public byte[] half() {
    byte[] all = bytes();
    return java.util.Arrays.copyOf(all, Math.max(line.length() + 4, all.length / 2));
  }
}
