"""Counts evictions that end TCP without a Close frame: plain sockets, any dialect.

Usage: closeless.py DIALECT URL [URL] [--users N] [--asks 1] [--rounds N]

In each round so many users are taken over together; the newcomers' decisive bytes go out from 1 to 40 ms before the
end of a second of the clock, since a deadline that is cut to whole seconds is then over soon. The older
ones echo Close and read to the end; with --asks 1 each of them has asked something just before, and acknowledges what
it is sent as late as TCP allows, so that the answer is under way when the Close frame has to follow: a server that leaves
Nagle's algorithm on keeps the frame back. Arguments as in rounds.py.
"""

import asyncio
import collections
import socket
import time

from lab import leave_all, rest
from rounds import Rounds, arguments, shown

BEFORE = (1, 3, 5, 10, 20, 40)


async def evict(rounds, users, before):
    names = [rounds.user() for _ in range(users)]
    older = [await rounds.admit(name) for name in names]
    newer = [rounds.client(name, hold=True).open() for name in names]
    await rounds.until(lambda: all(c.held or c.end for c in newer), 3000)
    target = int(time.time()) + 2 - before / 1000
    await rest((target - time.time()) * 1000 - 5)
    while time.time() < target:
        pass
    for left, client in zip(older, newer):
        if rounds.chosen.asks:
            left.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 0)
            left.write(left.dialect.ping("before"))
        client.go()
    await rounds.until(lambda: all(c.end for c in older), 5000)
    leave_all(older + newer)
    return older


async def observe(chosen):
    rounds, seen = Rounds(chosen), collections.defaultdict(collections.Counter)
    for number in range(chosen.rounds):
        before = BEFORE[number % len(BEFORE)]
        for client in await evict(rounds, chosen.users, before):
            told = client.close_at or not client.end
            seen[before]["told, or still open" if told else f"not told: {shown(client)}"] += 1
    for before, counts in sorted(seen.items()):
        print(f"{before} ms before a second's end: " + ", ".join(f"{n} x {w}" for w, n in counts.most_common()))
    print(f"{sum(n for c in seen.values() for w, n in c.items() if w.startswith('not'))} of "
          f"{sum(n for c in seen.values() for n in c.values())} evictions ended TCP without a Close frame")


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=36, users=20, asks=0)))
