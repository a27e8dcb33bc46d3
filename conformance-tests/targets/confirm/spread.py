"""Who survives when a few MQTT clients with one id come a little apart? Plain sockets, MQTT 3.1.1.

    spread.py URL [ROUNDS] [RACERS] [NAME:PASSWORD]      a server on 127.0.0.1

In each round RACERS clients begin to connect 0, 50, 200, 400 or 1000 microseconds apart, from TCP on, and
subscribe; six seconds later each is asked for a PINGRESP. Each round has an id of its own.
"""

import collections
import os
import select
import sys
import threading
import time
from urllib.parse import urlsplit

from resubscribe import Client
from wire import BINARY, encode

APART = (0, 50, 200, 400, 1000)
SETTLES = 6
PINGRESP = b"\xd0\x00"


def race(url, number, racers, login):
    """The clients of a round: each connects, from TCP on, and subscribes on a thread of its own."""
    client_id = f"s{os.getpid()}-{number}"
    apart, clients = APART[number % len(APART)] / 1e6, []
    begin = time.monotonic() + 0.02

    def come(place):
        while time.monotonic() < begin + place * apart:
            pass
        client = Client(url, client_id, login)
        clients.append(client)
        client.over = not client.fate(0.5).endswith("stays")

    threads = [threading.Thread(target=come, args=(place,)) for place in range(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    return clients


def stream(client):
    """Whatever bytes of packets have come, or None if it is over."""
    data = b""
    for opcode, payload in client.frames(0.05):
        if opcode != BINARY:
            return None
        data += payload
    return data


def survivors(clients):
    alive = []
    for client in clients:
        if not client.over and stream(client) is not None:
            client.socket.sendall(encode(BINARY, b"\xc0\0"))
            alive.append(client)
    select.select([], [], [], 1)
    return sum(PINGRESP in (stream(client) or b"") for client in alive)


def main():
    url = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    racers = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    login = sys.argv[4] if len(sys.argv) > 4 else None
    if urlsplit(url).hostname != "127.0.0.1":
        sys.exit("loopback only")
    seen = collections.defaultdict(collections.Counter)
    for first in range(0, rounds, 10):
        batch = [(n, race(url, n, racers, login)) for n in range(first, min(first + 10, rounds))]
        time.sleep(SETTLES)
        for number, clients in batch:
            seen[APART[number % len(APART)]][survivors(clients)] += 1
            for client in clients:
                client.socket.close()
    for apart, counts in sorted(seen.items()):
        words = ", ".join(f"{n} in {k}" for n, k in sorted(counts.items()))
        print(f"{racers} connects {apart} us apart: survivors {words}")


if __name__ == "__main__":
    main()
