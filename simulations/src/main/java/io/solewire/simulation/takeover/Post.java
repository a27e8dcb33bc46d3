package io.solewire.simulation.takeover;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.profile.HttpCall;
import io.solewire.profile.Publish;
import io.solewire.profile.Variables;
import io.solewire.record.Publications;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Hands messages for users to the server, as the profile says. Thread-safe. HTTP requests are made
 * on threads of their own, few of them, one user's on one and so in order: those that find too many
 * before them are left out.
 */
final class Post {

  private static final int THREADS = 4;
  private static final int WAITING = 250;

  private final Load load;
  private final Optional<Publish> how;
  private final Publications publications;
  private final List<ThreadPoolExecutor> threads;

  Post(Load load) {
    this.load = load;
    this.publications = new Publications(load.clock());
    this.how = load.profile().capabilities().publish();
    this.threads = Stream.generate(Post::thread).limit(THREADS).toList();
  }

  private static ThreadPoolExecutor thread() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            body -> {
              Thread daemon = new Thread(body, "solewire-post");
              daemon.setDaemon(true);
              return daemon;
            });
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  /** True if the profile says how to. */
  boolean isOpen() {
    return how.isPresent();
  }

  /** Publishes a message to a user that is there; called on its event loop. */
  void publish(Resident to) {
    String id = publications.id(to.user());
    Variables variables = to.variables().with("message", id);
    if (how.orElse(null) instanceof Publish.Http http) {
      try {
        int own = Math.floorMod(to.user().hashCode(), THREADS); // so that its messages are in order
        threads.get(own).execute(() -> post(to, id, http.request(), variables));
        to.mail().handedOver(id);
      } catch (RejectedExecutionException e) {
        // left out
      }
    } else if (how.orElse(null) instanceof Publish.Frame frame) {
      long now = load.clock().nanos();
      to.mail().handedOver(id);
      to.loop().execute(() -> to.taken(id, now));
      load.crowd()
          .byStranger(
              stranger -> {
                long t = load.clock().nanos();
                stranger.say(frame.payload(), variables.with("canary", stranger.trace().user()));
                record(t, to, Detail.published(id));
              });
    }
  }

  private void post(Resident to, String id, HttpCall call, Variables variables) {
    long t = load.clock().nanos();
    try {
      record(t, to, publications.post(id, call, variables));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      to.loop().execute(() -> to.taken(id, t));
    }
  }

  private void record(long t, Resident to, Detail detail) {
    load.scribe().take(new Event(t, load.segment(), to.user(), "", EventKind.PUBLISHED, detail));
  }

  /** No message is sent any more. */
  void close() {
    threads.forEach(ThreadPoolExecutor::shutdownNow);
  }
}
