"""Devices of one user that come again whenever they are ended: how their connections end.

Usage: duel.py DIALECT URL [URL] [--devices N] [--seconds N]

Each device connects anew as soon as its TCP has ended, and echoes Close. Counted is how TCP ended of the connections that
had been welcomed, and which of them were never told by a Close frame. Arguments as in rounds.py.
"""

import asyncio
import collections

from lab import leave_all
from rounds import Rounds, arguments, shown
from wire import now


async def device(rounds, user, over, seen):
    while now() < over:
        client = rounds.client(user).open()
        await rounds.until(lambda: client.end or now() >= over, 10000)
        seen.append(client)
        leave_all([client])


async def observe(chosen):
    rounds, seen = Rounds(chosen), []
    over = now() + chosen.seconds * 1000
    user = rounds.user()
    await asyncio.gather(*(device(rounds, user, over, seen) for _ in range(chosen.devices)))
    welcomed = [c for c in seen if c.welcomed and c.ended]
    counts = collections.Counter("told" if c.close_at else f"not told: {shown(c)}" for c in welcomed)
    print(f"{len(seen)} connections, {len(welcomed)} of them welcomed and ended: "
          + ", ".join(f"{n} x {w}" for w, n in counts.most_common()))


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, devices=10, seconds=20)))
