package io.solewire.server.fault;

import java.util.List;

/** Faults of who a client is taken for, and of when that is looked at. Stateless. */
final class IdentityFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "evicts-before-auth",
              "evicts the user that a request names before it looks at the token",
              List.of("A4"),
              "mochi-mqtt/server #35; dotnet/MQTTnet #785",
              EvictsBeforeAuth::new),
          new Fault(
              "trusts-claimed-user",
              "accepts a valid token of anybody and believes the name that comes with it",
              List.of("H5", "A4"),
              "mosquitto #3553; emqx-docs PR #3725",
              setting -> new TrustsClaimedUser()),
          new Fault(
              "relogin-evicts-self",
              "evicts a connection that logs in a second time",
              List.of("A7"),
              "EMQX PR #16081",
              ReloginEvictsSelf::new),
          new Fault(
              "refuses-as-replaced",
              "admits wrong credentials with a 101 and then closes as if replaced",
              List.of("B7"),
              "affinidi mediator PR #718",
              RefusesAsReplaced::new),
          new Fault(
              "one-tenant",
              "takes the same name in two tenants for one user",
              List.of("E2"),
              "bytebeamio/rumqtt PR #564; emqx-docs PR #3515",
              setting -> new OneTenant()),
          new Fault(
              "folds-case",
              "takes users whose names differ in case only for one",
              List.of("H1"),
              "RADIUSdesk/rdcore #67; steve-community/steve PR #1934",
              setting -> new FoldsCase()),
          new Fault(
              "keeps-percent-signs",
              "takes a percent-encoded user for another one",
              List.of("H2"),
              "citrineos-core PR 1093; c-jimenez/open-ocpp PR 198",
              setting -> RewritesUser.percentIsLiteral()),
          new Fault(
              "nameless-are-one",
              "takes all clients without a user id for one user",
              List.of("H3"),
              "rmqtt #27",
              setting -> RewritesUser.namelessAreOne()),
          new Fault(
              "cuts-user",
              "keeps 32 characters of a user, so that longer ids with one beginning are one user",
              List.of("E1"),
              "no published defect was found",
              setting -> RewritesUser.cut()),
          new Fault(
              "looks-at-address",
              "looks for the older connection only among those from the newcomer's address",
              List.of("A1"),
              "no published defect was found",
              setting -> new LooksAtAddress()),
          new Fault(
              "numbers-are-one",
              "takes ids that are the same number for one user",
              List.of("H4"),
              "no published defect was found",
              setting -> RewritesUser.numbersAreOne()));

  private IdentityFaults() {}
}
