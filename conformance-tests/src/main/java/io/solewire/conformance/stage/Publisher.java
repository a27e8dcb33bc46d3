package io.solewire.conformance.stage;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.profile.Publish;
import io.solewire.profile.Variables;
import io.solewire.record.CaseRecord;
import io.solewire.record.Publications;
import io.solewire.record.Users;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Hands messages for a user to the server, as the profile says. Thread-safe. */
public final class Publisher {

  private final CaseRecord record;
  private final Users users;
  private final Supplier<Connection> others;
  private final Optional<Publish> declared;
  private final AtomicReference<String> deaf;
  private Connection sender;
  private final Publications publications;

  /**
   * Publishes in one case.
   *
   * @param others connects another user, who says it where the profile asks for that
   * @param run knows whether publishing reaches anybody
   * @param declared how the profile says to publish
   */
  Publisher(
      CaseRecord record, Supplier<Connection> others, Shared run, Optional<Publish> declared) {
    this.others = others;
    this.users = run.users();
    this.deaf = run.deaf();
    this.declared = declared;
    this.record = record;
    this.publications = new Publications(record.clock());
  }

  /** True if the profile says how to publish, and it works as far as is known. */
  public boolean works() {
    return declared.isPresent() && deaf.get() == null;
  }

  /**
   * For a case that needs it to work.
   *
   * @throws CannotGoOnException if it does not
   */
  public void mustWork() {
    if (deaf.get() != null) {
      throw new CannotGoOnException(deaf.get() + "; is the profile's publish right?");
    }
  }

  /** Publishes to a user that has one connection only: where that fails, nothing can be judged. */
  public void tryOn(Connection lone) {
    if (works() && lone.isOpen()) {
      publish(lone.user());
      if (!lone.awaitMessages(Waits.PROBE)) {
        deaf.set("what is published does not reach even a user's only connection");
      }
    }
  }

  /** Publishes a message to a user. */
  public void publish(String user) {
    publish(declared.orElseThrow(), user, users.variables(user));
  }

  /** Publishes a message to a topic that a user's connection has subscribed to. */
  public void publishTo(String topic, String user, Publish how) {
    publish(how, user, users.variables(user).with("topic", topic));
  }

  private void publish(Publish how, String user, Variables variables) {
    String id = publications.id(user);
    publish(how, user, id, variables.with("message", id));
  }

  /**
   * Publishes a message that is larger than its id.
   *
   * @return false if the server said that it did not take the message
   */
  public boolean publishLarge(String user, int bytes) {
    String id = publications.id(user);
    Variables variables = users.variables(user).with("message", id + "x".repeat(bytes));
    return publish(declared.orElseThrow(), user, id, variables);
  }

  /**
   * Waits until the server has read what was published so far: frames queue up on their way, and
   * what is published behind them is late for no fault of the server.
   *
   * @return false if it has not within the usual time
   */
  public boolean isThrough() {
    return !(declared.orElseThrow() instanceof Publish.Frame) || sender().answers();
  }

  private boolean publish(Publish how, String user, String id, Variables variables) {
    if (how instanceof Publish.Http http) {
      long t = record.clock().nanos();
      Detail detail = post(http, id, variables);
      record.record(t, user, "", EventKind.PUBLISHED, detail);
      return detail.status() / 100 == 2;
    } else if (how instanceof Publish.Frame frame) {
      Connection canary = sender();
      long t = record.clock().nanos();
      canary.say(frame.payload(), variables.with("canary", canary.user()));
      record.record(t, user, "", EventKind.PUBLISHED, Detail.published(id));
    }
    return true;
  }

  private synchronized Connection sender() {
    if (sender == null || !sender.isOpen()) {
      sender = others.get();
      sender.answers(); // a stranger like others: it is probed as well
    }
    return sender;
  }

  private Detail post(Publish.Http http, String id, Variables variables) {
    try {
      return publications.post(id, http.request(), variables);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while publishing");
    }
  }
}
