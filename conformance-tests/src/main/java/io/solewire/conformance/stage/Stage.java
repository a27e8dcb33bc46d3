package io.solewire.conformance.stage;

import io.solewire.profile.Profile;
import io.solewire.record.CaseRecord;
import io.solewire.record.Users;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where a case plays: it makes fresh users, connects them, and waits. Thread-safe. It judges
 * nothing; closing it lets go of every connection.
 */
public final class Stage implements AutoCloseable {

  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Profile profile;
  private final CaseRecord record;
  private final Users users;
  private final Publisher publisher;
  private final Budget budget;
  private final QuietMachine machine;
  private final Optional<Control> control;
  private final Patience patience;
  private final SplittableRandom random;
  private final Pause pause;
  private final Connections connections;
  private final Rounds rounds;
  private final Arrivals arrivals;
  private final Guests guests;
  private final Queue<String> lent = new ConcurrentLinkedQueue<>();

  /**
   * Sets a stage up.
   *
   * @param profile what the server promises
   * @param record where the case is recorded
   * @param run what the cases of the run share
   * @param seed the case's own seed
   */
  public Stage(Profile profile, CaseRecord record, Shared run, long seed) {
    this.profile = profile;
    this.record = record;
    this.users = run.users();
    this.pause = new Pause(record, run.machine(), run.sleeps());
    this.connections = new Connections(pause, run.gate());
    this.guests = new Guests(profile, users, this::newUser, connections);
    this.budget = run.budget();
    this.machine = run.machine();
    this.control = run.control();
    this.patience = run.patience();
    this.arrivals = new Arrivals(profile, users, connections, patience);
    this.rounds = new Rounds(run.schedules());
    this.random = new SplittableRandom(seed);
    this.publisher =
        new Publisher(record, () -> canary(newUser()), run, profile.capabilities().publish());
  }

  /**
   * What can be done to the target.
   *
   * @throws CannotGoOnException if the harness did not start it
   */
  public Control control() {
    return control.orElseThrow(() -> new CannotGoOnException("the target was not started here"));
  }

  /** Connections beside those of the user that a case is about. */
  public Guests guests() {
    return guests;
  }

  /** A user that nobody has used before. */
  public String newUser() {
    String user = users.next();
    lent.add(user);
    return user;
  }

  /** As many users as wanted, or as there are accounts for beside those of other cases. */
  public int users(int wanted) {
    return Math.min(wanted, users.most().isPresent() ? users.most().getAsInt() / 4 : wanted);
  }

  /** How thorough the case is to be. */
  public Budget budget() {
    return budget;
  }

  /** How many connections the profile allows at a time. */
  public int room() {
    return profile.limits().connections().orElse(Integer.MAX_VALUE);
  }

  /** What the server promises. */
  public Profile profile() {
    return profile;
  }

  /**
   * By when what must have happened has, and half as long again: whoever waits so long in vain
   * knows it, even if the machine stood still for a while.
   */
  public Duration limit() {
    Duration limit = profile.evicted().forceWithSlack();
    return limit.plus(limit.dividedBy(2));
  }

  /** The case's own source of chance; the same for the same seed. */
  public SplittableRandom random() {
    return random;
  }

  /**
   * Connects a user, waits until it is admitted, and where the upgrade itself is the admission
   * until it has answered a probe: a stack may send the 101 before its handler registers.
   */
  public Connection connect(String user) {
    return connect(user, WirePlan.PLAIN);
  }

  /** The same with a Wire that does something from the first byte on. */
  public Connection connect(String user, WirePlan plan) {
    return arrivals.connect(user, plan);
  }

  /** The same to one node of a cluster, counted from 0. */
  public Connection connectTo(int node, String user) {
    return arrivals.connectTo(node, user);
  }

  /** Connects a user of another kind: a canary. */
  public Connection canary(String user) {
    return arrivals.canary(user);
  }

  /** Connects a user whose id is spelled differently in the URL. */
  public Connection connectSpelled(String user, String note, UnaryOperator<String> spelling) {
    return arrivals.spelled(user, note, spelling);
  }

  /** Begins to connect and does not wait. */
  public Connection open(String user, WirePlan plan) {
    return arrivals.open(user, plan);
  }

  /** Begins to connect with a user id that is empty, or left out; the label stands for it. */
  public Connection openNameless(String label, String kind, boolean leftOut) {
    return arrivals.nameless(label, kind, leftOut);
  }

  /** A connection that has its place within the limits, and opens when it is told to. */
  Runnable ready(String user, Consumer<Connection> opened) {
    return arrivals.ready(user, opened);
  }

  /** Hands messages for users to the server. */
  public Publisher publisher() {
    return publisher;
  }

  /** What the server says of its sessions, as text for the history. */
  public String sessions(String user) {
    return SessionsView.of(profile.capabilities().sessions().orElseThrow(), users.variables(user));
  }

  /**
   * Waits until of each user's connections no more than {@code max} are left, at most until
   * lateness is a failure; then for the quiet time; then probes whatever is open.
   */
  public void settle(Collection<String> ofUsers) {
    List<List<Connection>> groups = ofUsers.stream().map(connections::subjectsOf).toList();
    Waits.resolved(pause, groups, profile);
    quiet();
    List<Connection> left =
        groups.stream().flatMap(List::stream).filter(Connection::isOpen).toList();
    left.forEach(Connection::probe);
    awaitAnswers(left);
  }

  /** The rounds of its races. */
  public Rounds rounds() {
    return rounds;
  }

  /** Does something while no other case does anything: for races and measurements. */
  public void alone(Runnable race) {
    machine.alone(race);
  }

  /**
   * Waits for what the script has to act upon at once; nobody races meanwhile.
   *
   * @return false if it did not come in time
   */
  public boolean atOnce(BooleanSupplier condition, Duration bound) {
    return record.await(condition, bound);
  }

  /** Lets a span of time pass that the script depends on; nobody races meanwhile. */
  public void pass(Duration span) {
    record.await(() -> false, span);
  }

  /**
   * Looks at something that no connection tells, again and again; nobody races meanwhile.
   *
   * @param look how
   * @param enough true of what was to be seen
   * @param bound until then it had to be so; longer by as much as the machine had no time
   * @return what was seen last
   */
  public <T> T look(Supplier<T> look, Predicate<T> enough, Duration bound) {
    return pause.look(look, enough, bound);
  }

  /** Lets at least a span of time pass in which something could still be seen. */
  public void linger(Duration span) {
    machine.waiting(() -> record.await(() -> false, span));
  }

  /**
   * Lets a moment pass in which a server that ends whoever is alone does so: what is done then is
   * not to blame for it.
   */
  public void moment() {
    linger(MOMENT);
  }

  /** Lets the quiet time pass, and somewhat more; races of other cases may make it longer. */
  public void quiet() {
    linger(profile.quiet().plusMillis(50));
  }

  /** Lets go of a user's connections that are still there. */
  public void leave(String user) {
    connections.of(user).forEach(this::release);
  }

  /** Lets go of one connection, if it is still there. */
  public void release(Connection connection) {
    connections.release(connection);
  }

  /**
   * Waits until something is so of all of these.
   *
   * @param all the connections
   * @param condition what is waited for
   * @param bound how long, for all together
   */
  public void awaitAll(
      Collection<Connection> all, Predicate<Connection> condition, Duration bound) {
    pause.until(() -> all.stream().allMatch(condition), bound);
  }

  /** Waits until every open one of these has answered all its probes. */
  public void awaitAnswers(Collection<Connection> asked) {
    awaitAll(asked, Connection::hasAnswered, patience.bound());
  }

  /** Waits until what was published to the users of these has arrived on them. */
  public void awaitMessages(Collection<Connection> readers) {
    awaitAll(readers, c -> !c.isOpen() || c.hasMessages(), Waits.MESSAGES);
  }

  /** Lets go of all connections. */
  public void letGo() {
    connections.releaseAll();
  }

  @Override
  public void close() {
    connections.releaseAll();
    lent.forEach(users::giveBack);
  }
}
