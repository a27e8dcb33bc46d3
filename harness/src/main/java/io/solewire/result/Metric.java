package io.solewire.result;

/** The names of the metrics, which are also those of the gates. */
public enum Metric {
  /** Evicted after the newcomer's request was written: the headline. */
  EVICTION("eviction"),
  /** Evicted after the instant at which the plan meant the newcomer to come. */
  EVICTION_FROM_PLAN("evictionFromPlan"),
  /** Evicted after the newcomer was admitted; those that were. */
  EVICTION_AFTER_ADMISSION("evictionAfterAdmission"),
  /** Evicted before the newcomer was admitted, by how much; those that were. */
  EVICTION_BEFORE_ADMISSION("evictionBeforeAdmission"),
  /** Admitted after the request was written. */
  ADMISSION("admission"),
  /** TCP ended by the server after the incumbent was evicted; of the sample. */
  RELEASE("release"),
  /** How long both were alive; 0 where the incumbent went first. */
  OVERLAP("overlap"),
  /** Of newcomers that met: the last loser was told after the last request was written. */
  SETTLING("settling"),
  /** A stranger's answer to a probe after it was sent. */
  STRANGER("stranger");

  private final String text;

  Metric(String text) {
    this.text = text;
  }

  /** The name in result.json and in gates. */
  public String text() {
    return text;
  }
}
