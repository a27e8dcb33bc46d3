package io.solewire.server.fault;

import io.solewire.server.registry.Release;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The older connection is asked to step down first. One that does not answer is cut off in time,
 * but its newcomer waits for the whole fault delay (EMQX PR #14597).
 */
final class WaitsLongForEcho implements Behaviour {
  private final Duration delay;

  WaitsLongForEcho(FaultSetting setting) {
    this.delay = setting.delay();
  }

  @Override
  public void admit(Takeover takeover, Runnable open) {
    takeover.incumbents().forEach(older -> older.close(takeover.signal()));
    CompletableFuture<Boolean> agreed = CompletableFuture.completedFuture(true);
    for (var older : takeover.incumbents()) {
      agreed =
          agreed.thenCombine(
              older.ended().toCompletableFuture(),
              (all, release) -> all && release != Release.FORCED);
    }
    CompletableFuture<Void> opened = new CompletableFuture<>();
    agreed.thenAccept(
        all -> {
          if (all) {
            opened.complete(null);
          }
        });
    opened
        .completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS)
        .thenRunAsync(open, takeover.newcomer().eventLoop());
  }
}
