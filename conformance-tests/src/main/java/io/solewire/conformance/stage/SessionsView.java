package io.solewire.conformance.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.profile.HttpCall;
import io.solewire.profile.Sessions;
import io.solewire.profile.Variables;
import io.solewire.record.HttpCalls;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a server says of its sessions: how many it lists of a user, and those gauges of its
 * Prometheus page that count such things. Stateless.
 */
final class SessionsView {

  /** Gauges of memory or time say nothing about what is kept of a takeover. */
  private static final Pattern COUNTS =
      Pattern.compile(
          "connection|session|client|socket|registr|user|presence|subscri|fds|descriptor");

  private static final ObjectMapper JSON = new ObjectMapper();

  private SessionsView() {}

  /** Pairs such as {@code listed=1}, separated by spaces; what cannot be read is left out. */
  static String of(Sessions sessions, Variables variables) {
    List<String> pairs = new ArrayList<>();
    sessions
        .list()
        .flatMap(call -> page(call, variables))
        .flatMap(SessionsView::listed)
        .ifPresent(count -> pairs.add("listed=" + count));
    sessions
        .metrics()
        .flatMap(call -> page(call, variables))
        .map(SessionsView::gauges)
        .ifPresent(found -> found.forEach((name, value) -> pairs.add(name + "=" + value)));
    return String.join(" ", pairs);
  }

  private static Optional<String> page(HttpCall call, Variables variables) {
    try {
      HttpResponse<String> answer = HttpCalls.send(call, variables);
      return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while the server was asked for its sessions");
    }
  }

  /** The size of a JSON array, or of the first one inside an object. */
  private static Optional<Integer> listed(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      if (node.isArray()) {
        return Optional.of(node.size());
      }
      for (JsonNode part : node) {
        if (part.isArray()) {
          return Optional.of(part.size());
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** By name, each the sum over its labels. */
  private static Map<String, Double> gauges(String page) {
    Set<String> names = new TreeSet<>();
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : page.split("\n")) {
      String[] words = line.strip().split("[ {]", 5);
      if (words.length >= 4 && line.startsWith("# TYPE") && words[3].equals("gauge")) {
        names.add(words[2]);
      } else if (names.contains(words[0]) && COUNTS.matcher(words[0]).find()) {
        value(line).ifPresent(value -> values.merge(words[0], value, Double::sum));
      }
    }
    return values;
  }

  private static Optional<Double> value(String line) {
    String rest = line.substring(line.lastIndexOf('}') + 1).strip();
    String[] words = rest.split(" ");
    try {
      return Optional.of(Double.valueOf(line.contains("}") ? words[0] : words[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
