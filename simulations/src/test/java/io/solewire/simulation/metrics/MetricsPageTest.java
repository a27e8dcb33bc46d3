package io.solewire.simulation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may ask for a load's page, in which words, and that nobody can spoil it for others. */
@Timeout(60)
class MetricsPageTest {

  /** What a Prometheus that takes native histograms asks for. */
  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;"
          + "q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.2";

  private static final int HEADERS = 100_000;
  private static final int CONNECT_MILLIS = 2_000;

  private final Numbers numbers = new Numbers();
  private final MetricsPage page = open(0);
  private final HttpClient client = HttpClient.newHttpClient();

  private MetricsPage open(int port) {
    try {
      return MetricsPage.open(port, numbers.sources());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    page.close();
  }

  private HttpResponse<String> get(String accept) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(page.uri()).timeout(Duration.ofSeconds(9));
    request = accept == null ? request : request.header("Accept", accept);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void stillAnswers() throws Exception {
    HttpResponse<String> answer = get(null);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\nsolewire_connections_held 7.0\n"), answer.body());
  }

  private static String type(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }

  @Test
  void itIsTextForWhoeverAsksForNothingElse() throws Exception {
    assertEquals("text/plain; version=0.0.4; charset=utf-8", type(get(null)));
    stillAnswers();
  }

  @Test
  void itIsOpenMetricsForWhoeverAsksForThat() throws Exception {
    HttpResponse<String> answer = get("application/openmetrics-text; version=1.0.0");
    assertEquals("application/openmetrics-text; version=1.0.0; charset=utf-8", type(answer));
    assertTrue(answer.body().endsWith("# EOF\n"), answer.body());
    assertTrue(answer.body().contains("# TYPE solewire_load_phase stateset\n"), answer.body());
    assertTrue(
        answer.body().contains("# UNIT solewire_eviction_latency_seconds seconds\n"),
        answer.body());
  }

  @Test
  void aScraperThatWouldRatherHaveProtobufIsAnswered() throws Exception {
    assertTrue(type(get(PROTOBUF)).startsWith("application/vnd.google.protobuf"));
  }

  @Test
  void eachPageHasTheNumbersOfItsInstant() throws Exception {
    assertFalse(get(null).body().contains("_started_total{phase=\"measured\"} 1.0\n"));
    numbers.counters().started(true);
    assertTrue(get(null).body().contains("_started_total{phase=\"measured\"} 1.0\n"));
  }

  @Test
  void itListensOnLoopbackAlone() throws Exception {
    assertEquals("127.0.0.1", page.uri().getHost());
    List<InetAddress> others =
        Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      try (Socket socket = new Socket()) {
        InetSocketAddress there = new InetSocketAddress(other, page.uri().getPort());
        assertThrows(IOException.class, () -> socket.connect(there, CONNECT_MILLIS));
      }
    }
  }

  @Test
  void requestsThatAreNoneDoNotDisturbIt() throws Exception {
    for (String wrong :
        List.of(
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET /metrics HTTP/1.1\r\nno colon\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: -7\r\n\r\n",
            "GET /metrics?name%5B%5D=%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001",
            "GET /" + "a".repeat(HEADERS) + " HTTP/1.1\r\n\r\n")) {
      say(wrong).close();
      stillAnswers();
    }
  }

  @Test
  void whoNeverFinishesARequestDoesNotKeepOthersWaiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        slow.add(say("GET /metrics HTT"));
      }
      stillAnswers();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private Socket say(String words) throws IOException {
    Socket socket = new Socket(page.uri().getHost(), page.uri().getPort());
    socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void onceItIsClosedNobodyIsAnsweredAndThePortIsFree() throws Exception {
    URI uri = page.uri();
    stillAnswers();
    page.close();
    assertThrows(ConnectException.class, () -> new Socket(uri.getHost(), uri.getPort()).close());
    try (ServerSocket next = new ServerSocket()) {
      next.bind(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }
  }

  @Test
  void aPortThatIsTakenCannotBeHad() {
    int taken = page.uri().getPort();
    assertThrows(IOException.class, () -> MetricsPage.open(taken, numbers.sources()));
  }
}
