"""What comes on a connection whose own Close crosses its eviction? Plain sockets, MQTT 3.1.1.

    crossing.py URL [ROUNDS] [NAME:PASSWORD]      a server on 127.0.0.1; {user} in a login is the client id

RFC 6455 section 5.5.1: an endpoint sends one Close frame. The older client sends its Close 0 to 4 ms after
the newcomer's CONNECT.
"""

import collections
import os
import sys
import time
from urllib.parse import urlsplit

from resubscribe import Client
from wire import CLOSE, encode

LATER = (0, 0.2, 0.5, 1, 2, 4)


def main():
    url, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    login = sys.argv[3] if len(sys.argv) > 3 else None
    if urlsplit(url).hostname != "127.0.0.1":
        sys.exit("loopback only")
    seen = collections.Counter()
    for number in range(rounds):
        client_id = f"x{os.getpid()}-{number}"
        older = Client(url, client_id, login)
        older.fate(0.1)
        newer = Client(url, client_id, login, connect=False)
        newer.connect()
        due = time.monotonic() + LATER[number % len(LATER)] / 1000
        while time.monotonic() < due:
            pass
        older.socket.sendall(encode(CLOSE, b"\x03\xe8"))
        frames = [f"Close {payload.hex()}" if opcode == CLOSE else opcode
                  for opcode, payload in older.frames(1) if opcode in (CLOSE, "FIN", "RST")]
        seen[", ".join(frames) or "nothing"] += 1
        older.socket.close()
        newer.socket.close()
    for words, count in seen.most_common():
        print(f"{count} of {rounds}  {words}")


if __name__ == "__main__":
    main()
