package io.solewire.simulation.gatling;

import com.typesafe.scalalogging.Logger;
import io.gatling.commons.stats.Status;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.netty.channel.EventLoop;
import scala.Option;

/**
 * A step of a Gatling scenario that runs one of our scripts on the virtual user's event loop. This
 * is the one class that touches what Gatling does not promise to keep: its actions, sessions and
 * statistics are Scala traits of release 3.15.1, which the build pins. Thread-safe.
 *
 * <p>Gatling's own WebSocket steps cannot be used: they drop the server's close (gatling #4116).
 */
public final class Step implements ActionBuilder {

  private static final Status OK = Status.apply("OK");
  private static final Status KO = Status.apply("KO");

  private final String name;
  private final Script script;

  /**
   * Makes a step.
   *
   * @param name for Gatling's log
   * @param script what a virtual user does
   */
  public Step(String name, Script script) {
    this.name = name;
    this.script = script;
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return new io.gatling.core.action.builder.ActionBuilder() {
      @Override
      public Action build(ScenarioContext context, Action next) {
        return new Running(name, script, context.coreComponents().statsEngine(), next);
      }
    };
  }

  private static final class Running implements Action {
    private final String name;
    private final Script script;
    private final StatsEngine statistics;
    private final Action next;
    private final Batch rows = new Batch();
    private Logger logger;

    Running(String name, Script script, StatsEngine statistics, Action next) {
      this.name = name;
      this.script = script;
      this.statistics = statistics;
      this.next = next;
      this.logger = com.typesafe.scalalogging.Logger$.MODULE$.apply(Step.class);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String toString() {
      return name;
    }

    @Override
    public Logger logger() {
      return logger;
    }

    @Override
    @SuppressWarnings("checkstyle:MethodName")
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger value) {
      logger = value;
    }

    @Override
    public void execute(Session session) {
      User user = new User(session, this);
      try {
        script.begin(user);
      } catch (RuntimeException e) {
        logger.underlying().error("{} failed for user {}", name, session.userId(), e);
        user.fail();
      }
    }

    private void log(Session session, VirtualUser.Row row) {
      statistics.logResponse(
          session.scenario(),
          session.groups(),
          row.name(),
          row.startMs(),
          row.endMs(),
          row.problem().isEmpty() ? OK : KO,
          row.code().isEmpty() ? Option.empty() : Option.apply(row.code()),
          row.problem().isEmpty() ? Option.empty() : Option.apply(row.problem()));
    }

    /** Its step is over, with all that it has said. */
    private void end(Session session) {
      rows.handOver();
      next.$bang(session);
    }
  }

  private static final class User implements VirtualUser {
    private final Session session;
    private final Running action;
    private boolean over;

    User(Session session, Running action) {
      this.session = session;
      this.action = action;
    }

    @Override
    public long number() {
      return session.userId();
    }

    @Override
    public EventLoop loop() {
      return session.eventLoop();
    }

    @Override
    public void log(Row row) {
      action.rows.add(loop(), () -> action.log(session, row));
    }

    @Override
    public void next() {
      if (ends()) {
        action.end(session);
      }
    }

    void fail() {
      if (ends()) {
        action.end(session.markAsFailed());
      }
    }

    private synchronized boolean ends() {
      boolean first = !over;
      over = true;
      return first;
    }
  }
}
