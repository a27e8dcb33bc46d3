package io.solewire.conformance.cases;

import java.util.List;

/** The index of all case classes; a test holds it complete. */
public final class AllCases {

  /** All classes that hold cases, in the order of the rules. */
  public static final List<Class<?>> CLASSES =
      List.of(
          A1OneLive.class,
          A1InUse.class,
          A1FromElsewhere.class,
          A2NewestWins.class,
          A3Welcome.class,
          A4WrongLogin.class,
          A5IncompleteHandshake.class,
          A6AdmittedInTime.class,
          A7LoginAgain.class,
          B1EvictionSignal.class,
          B2CloseCode.class,
          B3PromisedCode.class,
          B4TerminalCode.class,
          B5CloseReason.class,
          B6MessageAgrees.class,
          B7RefusedNotReplaced.class,
          C1NoDataAfterClose.class,
          C2PromptRelease.class,
          C3ForcedRelease.class,
          C4NoEffect.class,
          C5CrossingCloses.class,
          C6EvictedInTime.class,
          D1OneSurvivor.class,
          D2LosersTold.class,
          D3EpochRises.class,
          D4LateEnd.class,
          D4EndMeetsNewcomer.class,
          D5CleanOffline.class,
          D6NoLockout.class,
          D7Chain.class,
          E1Bystander.class,
          E2Tenants.class,
          E3BesideStalled.class,
          F1Delivery.class,
          F2Once.class,
          F3NoneLost.class,
          F4Order.class,
          F5Subscription.class,
          F6AnsweredWhereAsked.class,
          G1SilentIncumbent.class,
          G2LateDeath.class,
          G3FullBuffer.class,
          G4IdleRelease.class,
          H1Spellings.class,
          H2Spelling.class,
          H3Nameless.class,
          H4Numeric.class,
          H5Principal.class,
          I1LastShown.class,
          I2NoFlap.class,
          I3EndShownOnce.class,
          J1AfterCrash.class,
          J2Farewell.class,
          J3Burst.class,
          K1AcrossNodes.class,
          L1SteadyCost.class,
          L2Duel.class);

  private AllCases() {}
}
