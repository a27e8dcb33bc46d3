package io.solewire.conformance.run;

import io.solewire.result.CaseResult;

/** Is told how a run goes on. Called from several threads; implementations are thread-safe. */
public interface RunListener {

  /** Listens to nothing. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void started(CaseInfo info) {
          // nobody listens
        }

        @Override
        public void finished(CaseResult result) {
          // nobody listens
        }
      };

  /** A case begins. */
  void started(CaseInfo info);

  /** A race has failed, and the smallest schedule that fails is looked for. */
  default void reducing(CaseInfo info) {
    // most need not know
  }

  /** A case has ended, or does not apply. */
  void finished(CaseResult result);
}
