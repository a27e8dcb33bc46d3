package io.solewire.dialect;

/**
 * A protocol on WebSocket whose packets a profile cannot write down, such as MQTT. It turns packets
 * into texts and texts into packets, so that everything in a profile (dialogue, probe, eviction,
 * publishing) is said in texts all the same, and is looked for in texts.
 *
 * <p>To add one: implement this and {@link Codec}, and name the class in {@code
 * META-INF/services/io.solewire.dialect.Dialect} on the class path. Implementations are immutable,
 * thread-safe, and have a public constructor without parameters.
 */
public interface Dialect {

  /**
   * What {@code dialect} of a profile says.
   *
   * @return a short name in small letters, digits and dashes
   */
  String name();

  /**
   * What a profile of this dialect says unless it says otherwise, as if it extended this one.
   *
   * @return YAML: keys of a profile, without {@code profile} and {@code url}
   */
  String profile();

  /**
   * Begins a connection.
   *
   * @return its codec
   */
  Codec open();
}
