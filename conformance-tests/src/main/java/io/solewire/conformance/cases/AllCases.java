package io.solewire.conformance.cases;

import java.util.List;

/** The index of all case classes; a test holds it complete. */
public final class AllCases {

  /** All classes that hold cases, in the order of the rules. */
  public static final List<Class<?>> CLASSES =
      List.of(
          A1OneLive.class,
          A2NewestWins.class,
          A3Welcome.class,
          A5IncompleteHandshake.class,
          B1EvictionSignal.class,
          B2CloseCode.class,
          B5CloseReason.class,
          C1NoDataAfterClose.class,
          C2PromptRelease.class,
          C3ForcedRelease.class,
          D1OneSurvivor.class,
          D4LateEnd.class,
          D7Chain.class,
          E1Bystander.class,
          F1Delivery.class,
          G1SilentIncumbent.class,
          H2Spelling.class);

  private AllCases() {}
}
