package io.solewire.record;

import io.solewire.history.Detail;
import io.solewire.history.RunClock;
import io.solewire.profile.HttpCall;
import io.solewire.profile.Variables;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Messages that are published: their ids, and what became of an HTTP request. Thread-safe. */
public final class Publications {

  private final RunClock clock;
  private final AtomicLong count = new AtomicLong();

  /**
   * Counts from one.
   *
   * @param clock of the run
   */
  public Publications(RunClock clock) {
    this.clock = clock;
  }

  /**
   * The id of the next message.
   *
   * @param user whom it is for
   * @return one that no other message has, whoever it is for
   */
  public String id(String user) {
    return "sw-msg-" + count.incrementAndGet() + "-" + Integer.toHexString(user.hashCode());
  }

  /**
   * Publishes by HTTP and waits for the answer, for 5 s at most.
   *
   * @param id of the message
   * @param call the request
   * @param variables what it is filled in with
   * @return what the event of it says: the answer, or that there was none, and how long it took
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  public Detail post(String id, HttpCall call, Variables variables) throws InterruptedException {
    long t = clock.nanos();
    try {
      HttpResponse<String> answer = HttpCalls.send(call, variables);
      return Detail.published(id, answer.statusCode(), answer.body().strip(), clock.nanos() - t);
    } catch (IOException e) {
      return Detail.published(id, 0, "no answer: " + e.getMessage(), clock.nanos() - t);
    }
  }
}
