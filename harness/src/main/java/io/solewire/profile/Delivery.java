package io.solewire.profile;

/** What is promised about messages to a user across a takeover (rules F2, F3). */
public enum Delivery {
  /** Some may be lost. */
  AT_MOST_ONCE,
  /** None is lost, some may come twice. */
  AT_LEAST_ONCE,
  /** Each comes once. */
  EXACTLY_ONCE
}
