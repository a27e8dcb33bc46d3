package io.solewire.server.fault;

import io.solewire.server.registry.UserKey;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Every message is delivered once more when it has been accepted (MongooseIM PR #4498). */
final class DeliversTwice implements Behaviour {
  @Override
  public CompletionStage<Integer> deliver(
      UserKey user, Supplier<CompletionStage<Integer>> attempt) {
    return attempt.get().thenCompose(accepted -> attempt.get().thenApply(twice -> accepted));
  }
}
