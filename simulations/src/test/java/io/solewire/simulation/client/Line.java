package io.solewire.simulation.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Role;
import io.solewire.history.RunClock;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import io.solewire.record.Recorder;
import io.solewire.record.Sink;
import io.solewire.wire.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * A link on a real event loop, opened to a server that the test speaks for, and what was told of
 * it: the events, as words, and the calls of its owner.
 */
final class Line implements Sink, Link.Owner, AutoCloseable {

  static final Duration BOUND = Duration.ofSeconds(10);

  private static final int LONGEST = 30;

  final Server server = new Server();
  final RunClock clock = RunClock.start();
  final List<Event> events = new CopyOnWriteArrayList<>();
  final List<String> complaints = new CopyOnWriteArrayList<>();
  final Semaphore changes = new Semaphore(0);
  final Link link = new Link(clock, this);

  private final MultiThreadIoEventLoopGroup group;
  private SourceAddresses sources = SourceAddresses.ANY;
  private volatile List<String> seen = List.of();

  private Line(Transport transport) throws Exception {
    group = transport.loop();
  }

  /** A link that dials a server; nobody answers yet. */
  static Line dial(Transport transport, Map<String, String> profile, String user) throws Exception {
    Line line = new Line(transport);
    line.open("ws://127.0.0.1:" + line.server.port() + "/ws?user={user}", profile, user);
    return line;
  }

  /** A link whose request was sent to a server. */
  static Line open(Transport transport, Map<String, String> profile) throws Exception {
    Line line = dial(transport, profile, "anna");
    line.server.accept();
    return line;
  }

  /** A link that is through the upgrade, and admitted unless there is a dialogue. */
  static Line upgraded(Transport transport, Map<String, String> profile) throws Exception {
    Line line = open(transport, profile);
    line.server.says(Server.switching(line.server.request()));
    line.awaitSeen(List.of("upgraded"));
    return line;
  }

  /** A link that comes from one of these addresses, and is let in. */
  static Line from(Transport transport, SourceAddresses sources) throws Exception {
    Line line = new Line(transport);
    line.sources = sources;
    line.open("ws://127.0.0.1:" + line.server.port() + "/{user}", Map.of(), "anna");
    line.server.accept();
    return line;
  }

  /** A link to a door that was shut. */
  static Line toNobody(Transport transport) throws Exception {
    Line line = new Line(transport);
    line.server.close();
    line.open("ws://127.0.0.1:" + line.server.port() + "/{user}", Map.of(), "anna");
    return line;
  }

  /** A link that begins with TLS. */
  static Line secure(Transport transport) throws Exception {
    Line line = new Line(transport);
    line.open("wss://127.0.0.1:" + line.server.port() + "/{user}", Map.of(), "anna");
    line.server.accept();
    return line;
  }

  private void open(String url, Map<String, String> overrides, String user) throws Exception {
    Profile profile = ProfileReader.forUrl(url, overrides);
    Variables variables = Variables.NONE.with("user", user);
    Call call = Call.of(profile, variables, UnaryOperator.identity());
    Recorder.Who who = new Recorder.Who(user, "c1", Role.SUBJECT, "");
    Recorder recorder = new Recorder(profile, this, who, variables, link);
    Dialer dialer = new Dialer(List.of(call.target()), sources);
    onLoop(() -> link.open(dialer, group.next(), call, recorder));
  }

  /** Does something where the link lives, and waits until it was done. */
  void onLoop(Runnable body) throws Exception {
    group.next().submit(body).get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What a test does while nothing is read. */
  interface Script {
    void play() throws Exception;
  }

  /**
   * Keeps the event loop from reading while something happens, and then does something on it: so
   * what is done comes before what has happened is read.
   */
  void beforeItIsRead(Script happens, Runnable done) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch happened = new CountDownLatch(1);
    Callable<Boolean> onLoop =
        () -> {
          held.countDown();
          boolean played = happened.await(BOUND.toMillis(), TimeUnit.MILLISECONDS);
          done.run();
          return played;
        };
    Future<Boolean> all = group.next().submit(onLoop);
    assertTrue(held.await(BOUND.toMillis(), TimeUnit.MILLISECONDS), "the event loop stands still");
    happens.play();
    happened.countDown();
    assertTrue(all.get(BOUND.toMillis(), TimeUnit.MILLISECONDS), "it stood still for long enough");
  }

  @Override
  public void record(long t, String user, String conn, EventKind kind, Detail detail) {
    events.add(new Event(t, "case", user, conn, kind, detail));
  }

  @Override
  public RunClock clock() {
    return clock;
  }

  @Override
  public void changed() {
    seen = story();
    changes.release();
  }

  @Override
  public void unreachable(Throwable cause) {
    complaints.add("unreachable: " + cause.getMessage());
  }

  @Override
  public void malformed(String why) {
    complaints.add("malformed: " + why);
  }

  @Override
  public void failed(Throwable cause) {
    complaints.add("failed: " + cause);
  }

  /** The owner was told once more. */
  void awaitChange() throws InterruptedException, TimeoutException {
    if (!changes.tryAcquire(BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException("no further change after " + story());
    }
  }

  /** When the owner is told of a change, these are among the events. */
  void awaitSeen(List<String> words) {
    await("seen " + words)
        .pollInterval(Duration.ofMillis(2))
        .atMost(BOUND)
        .until(() -> seen, story -> story.containsAll(words));
  }

  /** What was recorded, in order. */
  List<String> story() {
    return events.stream().map(Line::words).toList();
  }

  /** What was recorded from the first event of a kind on. */
  List<String> storyFrom(String kind) {
    List<String> story = story();
    int from = 0;
    while (from < story.size() && !story.get(from).startsWith(kind)) {
      from++;
    }
    return story.subList(from, story.size());
  }

  private static String words(Event event) {
    Detail d = event.detail();
    StringBuilder words = new StringBuilder(event.kind().text());
    switch (event.kind()) {
      case FRAME_IN, FRAME_OUT -> words.append(' ').append(d.name()).append(' ').append(d.length());
      case CLOSE_IN, CLOSE_OUT -> words.append(' ').append(d.code());
      case REFUSED -> words.append(' ').append(d.status() == null ? d.code() : d.status());
      default -> {
        return words.toString();
      }
    }
    boolean brief = d.text() != null && !d.text().isEmpty() && d.text().length() <= LONGEST;
    return words.append(brief ? " " + d.text() : "").toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    group
        .shutdownGracefully(0, BOUND.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(BOUND.toMillis());
  }
}
