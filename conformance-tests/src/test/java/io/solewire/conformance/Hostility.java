package io.solewire.conformance;

import static io.solewire.conformance.HostilePeer.CLOSE;
import static io.solewire.conformance.HostilePeer.PING;
import static io.solewire.conformance.HostilePeer.PONG;
import static io.solewire.conformance.HostilePeer.TEXT;

import java.io.IOException;

/** What servers do to a client that trusts them. */
enum Hostility {
  SAYS_NOTHING(HostilePeer::hold),
  CLOSES_AT_ONCE(peer -> {}),
  ANSWERS_200(
      peer -> {
        peer.request();
        peer.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        peer.hold();
      }),
  UPGRADES_AND_IS_SILENT(
      peer -> {
        peer.upgrade();
        peer.hold();
      }),
  NEVER_CLOSES(Hostility::lives),
  FLOODS_TEXT(
      peer -> {
        peer.upgrade();
        flood(peer, TEXT, "spam".repeat(25));
      }),
  FLOODS_TEXT_AND_ANSWERS(
      peer -> {
        peer.upgrade();
        peer.answerPingsBeside();
        flood(peer, TEXT, "spam".repeat(25));
      }),
  ENDLESS_HEADERS(
      peer -> {
        peer.request();
        peer.say("HTTP/1.1 101 Switching Protocols\r\n");
        while (true) {
          peer.say("X-More: and more\r\n");
        }
      }),
  ENDLESS_HEADER_LINE(
      peer -> {
        peer.request();
        peer.say("HTTP/1.1 101 Switching Protocols\r\nX-Long: ");
        while (true) {
          peer.say("and more ".repeat(100));
        }
      }),
  FRAME_OF_2_GIB(
      peer -> {
        peer.upgrade();
        peer.announce(TEXT, 1L << 31);
        peer.drip(new byte[3600]);
      }),
  FRAME_OF_2_TO_THE_63(
      peer -> {
        peer.upgrade();
        peer.announce(TEXT, Long.MAX_VALUE);
        peer.hold();
      }),
  FRAME_OF_1_GIB_IN_FULL(
      peer -> {
        peer.upgrade();
        peer.announce(TEXT, 1L << 30);
        while (true) {
          peer.send(new byte[1 << 14]);
        }
      }),
  DRIPS_HEADERS(
      peer -> {
        peer.request();
        peer.drip("HTTP/1.1 101 Switching Protocols\r\n".repeat(100).getBytes());
      }),
  DRIPS_FRAMES(
      peer -> {
        peer.upgrade();
        peer.answerPings(
            payload -> {
              peer.drip((byte) PONG, (byte) payload.length);
              peer.drip(payload);
            });
      }),
  WRONG_ACCEPT(
      peer -> {
        peer.request();
        peer.say(HostilePeer.switching("bm90IHRoZSByaWdodCBvbmU="));
        peer.answerPings(payload -> peer.frame(PONG, payload));
      }),
  MASKS(
      peer -> {
        peer.upgrade();
        peer.answerPings(payload -> peer.masked(PONG, payload));
      }),
  ENDLESS_MESSAGE(
      peer -> {
        peer.upgrade();
        peer.answerPingsBeside();
        peer.frame(0x01, "begin".getBytes());
        flood(peer, 0x00, "and more ".repeat(100));
      }),
  ENDLESS_PINGS(
      peer -> {
        peer.upgrade();
        flood(peer, PING, "are you there?");
      }),
  THOUSANDS_OF_TINY_FRAMES(
      peer -> {
        peer.upgrade();
        for (int i = 0; i < 4_000; i++) {
          peer.frame(i % 2 == 0 ? PONG : PING);
        }
        peer.answerPings(payload -> peer.frame(PONG, payload));
      }),
  RESERVED_OPCODE(
      peer -> {
        peer.upgrade();
        peer.frame(0x83, "reserved".getBytes());
        peer.answerPings(payload -> peer.frame(PONG, payload));
      }),
  RESERVED_BITS(
      peer -> {
        peer.upgrade();
        peer.answerPings(payload -> peer.frame(PONG | 0x70, payload));
      }),
  CLOSE_OF_ONE_BYTE(
      peer -> {
        peer.upgrade();
        peer.frame(CLOSE, (byte) 3);
        peer.hold();
      }),
  CLOSE_OF_200_BYTES(
      peer -> {
        peer.upgrade();
        peer.frame(CLOSE, new byte[200]);
        peer.hold();
      }),
  CLOSES_AND_TALKS_ON(
      peer -> {
        peer.upgrade();
        peer.frame(CLOSE, (byte) (4409 >> 8), (byte) 4409);
        flood(peer, TEXT, "and another thing");
      }),
  TLS_SPOKEN_TO_IN_PLAIN(
      peer -> {
        peer.request();
        peer.send((byte) 0x15, (byte) 3, (byte) 3, (byte) 0, (byte) 2, (byte) 2, (byte) 0x46);
      }),
  RESETS_IN_A_FRAME(
      peer -> {
        peer.upgrade();
        peer.send((byte) TEXT, (byte) 100, (byte) 'h', (byte) 'a', (byte) 'l', (byte) 'f');
        peer.rest(5);
        peer.reset();
      });

  /** The look at a target before the first case opens at most so many connections. */
  private static final int FIRST_LOOK = 21;

  private final Behaviour behaviour;

  Hostility(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** From the first connection on. */
  Behaviour always() {
    return behaviour;
  }

  /** Not before the cases have begun. */
  Behaviour later() {
    return peer -> {
      if (peer.number() <= FIRST_LOOK) {
        lives(peer);
      } else {
        behaviour.with(peer);
      }
    };
  }

  private static void lives(HostilePeer peer) throws IOException, InterruptedException {
    peer.upgrade();
    peer.answerPings(payload -> peer.frame(PONG, payload));
  }

  private static void flood(HostilePeer peer, int first, String text) throws IOException {
    byte[] payload = text.getBytes();
    while (true) {
      peer.frame(first, payload);
    }
  }

  /** What is done to one connection; it is closed afterwards. */
  interface Behaviour {
    void with(HostilePeer peer) throws IOException, InterruptedException;
  }
}
