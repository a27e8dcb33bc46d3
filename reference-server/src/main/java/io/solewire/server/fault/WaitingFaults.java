package io.solewire.server.fault;

import java.util.List;

/** Faults of who waits for whom, and for how long. Stateless. */
final class WaitingFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "refuses-while-present",
              "refuses the newcomer of a user who is connected, dead or alive",
              List.of("A3", "A2"),
              "lorenzodonini/ocpp-go #314, #358; ortuman/jackal #6",
              setting -> new RefusesWhilePresent()),
          new Fault(
              "takes-over-in-turn",
              "holds up all takeovers until the older connection of the one before has ended",
              List.of("A6", "G1", "E3"),
              "centrifuge PR 515; jetty #4462",
              setting -> new TakesOverInTurn()),
          new Fault(
              "waits-long-for-echo",
              "admits the newcomer of a silent incumbent only after the fault delay",
              List.of("A6", "G1"),
              "EMQX PR 14597",
              WaitsLongForEcho::new),
          new Fault(
              "stalls-on-full-buffer",
              "never closes an older connection whose peer has let the buffer fill up",
              List.of("G3"),
              "spring-framework #32445; centrifuge PR 595",
              setting -> new StallsOnFullBuffer()),
          new Fault(
              "finishes-message-first",
              "cuts off an older connection that is in the middle of its message, with no Close",
              List.of("B1", "A1"),
              "Tomcat BZ 66508; Atmosphere #1786",
              setting -> new FinishesMessageFirst()),
          new Fault(
              "waits-for-fin",
              "leaves the end of TCP to a client that has echoed the Close",
              List.of("C2"),
              "GNS3/gns3-server #2320; trio-websocket #115",
              setting -> new WaitsForFin()),
          new Fault(
              "times-out-user",
              "gives up the user's newest connection when an older one was silent for too long",
              List.of("G2"),
              "GruppoFilippetti/vertx-mqtt-broker #25; bigbluebutton #2617",
              TimesOutUser::new),
          new Fault(
              "times-out-newcomer",
              "lets the idle timer of a silent evicted connection end the newcomer",
              List.of("G2"),
              "dotnet/MQTTnet #486; vertx-mqtt-broker #25",
              TimesOutNewcomer::new),
          new Fault(
              "late-leave",
              "works off a leaving 20 ms later, on whichever connection the user has then",
              List.of("C5", "D4"),
              "colyseus #950; phoenix PR 5281",
              setting -> new LateLeave()));

  private WaitingFaults() {}
}
