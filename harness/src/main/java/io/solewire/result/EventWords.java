package io.solewire.result;

import io.solewire.history.Detail;
import io.solewire.history.Event;

/** Says an event in a few words, such as {@code Close 4409}. Stateless and thread-safe. */
public final class EventWords {

  private EventWords() {}

  /**
   * The event, without its connection and its instant.
   *
   * @param event any event
   * @return its words; what came from a server is in them as it came
   */
  public static String of(Event event) {
    Detail d = event.detail();
    return switch (event.kind()) {
      case CLOSE_IN -> "Close " + (d.code() == null ? "without code" : d.code());
      case CLOSE_OUT -> "sends Close " + (d.code() == null ? "without code" : d.code());
      case FIN_IN -> "FIN";
      case RST_IN -> "RST";
      case FIN_OUT -> "sends FIN";
      case RST_OUT -> "sends RST";
      case REFUSED -> "refused" + (d.status() != null ? http(d.status()) : code(d.code()));
      case TCP_FAILED -> "no TCP: " + d.text();
      case ABANDONED -> "let go";
      case PUBLISHED -> "message published" + (d.status() == null ? "" : ", HTTP " + d.status());
      case FAULT -> d.name() + (d.text() == null ? "" : " " + d.text());
      default -> event.kind().text();
    };
  }

  private static String http(int status) {
    return status < 0 ? " without HTTP" : " HTTP " + status;
  }

  private static String code(Integer code) {
    return code == null ? "" : " " + code;
  }
}
