package io.solewire.server.fault;

import java.util.List;

/** Faults of how connections end, and of what they are told. Stateless. */
final class CloseFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "mutes-loser",
              "no longer reads from the older connection, and neither tells nor closes it",
              List.of("D2", "A1", "B1"),
              "wingedsheep/argentum-engine PR 664",
              setting -> new MutesLoser()),
          new Fault(
              "evicts-in-turn",
              "closes one evicted connection after the other, each when the last has ended",
              List.of("E3"),
              "jetty #2061; Nakama close_ack_wait_ms",
              setting -> new EvictsInTurn()),
          new Fault(
              "shares-close-code",
              "closes the older connection with code 1000, as it does at any other end",
              List.of("B3", "B4"),
              "mosquitto #2607; phoenix PR 6678",
              setting -> new SharesCloseCode()),
          new Fault(
              "contradicts-notice",
              "sends the message superseded and then Close 1000 bye",
              List.of("B6", "B3"),
              "rails #23309, #39544",
              setting -> new ContradictsNotice()),
          new Fault(
              "never-cuts-off",
              "waits for the echo of its Close for ever",
              List.of("C3"),
              "Nakama close_ack_wait_ms; EMQX #14597",
              setting -> new NeverCutsOff()),
          new Fault(
              "puts-off-cut",
              "cuts an evicted connection off when it has been silent for long, not before",
              List.of("C3", "C4"),
              "Nakama close_ack_wait_ms; websockets/ws #2069",
              setting -> new PutsOffCut()),
          new Fault(
              "never-times-out",
              "never closes a silent peer",
              List.of("G4"),
              "mozilla-services/autopush #65",
              setting -> new NeverTimesOut()),
          new Fault(
              "closes-without-code",
              "closes the older connection with an empty Close frame",
              List.of("B1"),
              "phoenix PR 6678; socket.io disconnectSockets",
              setting -> RewritesClose.withoutCode()),
          new Fault(
              "cuts-reason",
              "cuts the reason of its Close in the middle of a character",
              List.of("B5"),
              "centrifuge PR 155",
              setting -> RewritesClose.cutInCharacter()),
          new Fault(
              "long-reason",
              "gives a reason of 125 bytes, in a control frame of 127",
              List.of("B5"),
              "no published defect was found; RFC 6455 section 5.5",
              setting -> RewritesClose.tooLong()),
          new Fault(
              "names-address",
              "tells the older connection from which address the newer one came",
              List.of("B5"),
              "no published defect was found; RFC 6455 section 5.5.1",
              setting -> TalksInReason.ofAddress()),
          new Fault(
              "names-time",
              "gives each time another reason, with the time in it",
              List.of("B5"),
              "no published defect was found; RFC 6455 section 5.5.1",
              setting -> TalksInReason.ofTime()),
          new Fault(
              "names-credential",
              "repeats in the reason the token that the older connection had logged in with",
              List.of("B5"),
              "no published defect was found; RFC 6455 section 5.5.1",
              setting -> TalksInReason.ofCredential()),
          new Fault(
              "closes-twice",
              "sends a second Close frame, with 1000, behind that of the eviction",
              List.of("C5"),
              "centrifuge PR 155",
              setting -> new ClosesTwice()),
          new Fault(
              "shuts-down-as-replaced",
              "tells connections at its stop that they are evicted",
              List.of("J2"),
              "Phoenix drains with 1012; no published defect was found",
              ShutsDownAsReplaced::new));

  private CloseFaults() {}
}
