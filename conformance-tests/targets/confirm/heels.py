"""What becomes of a newcomer that comes right behind its predecessor? Plain sockets, any dialect.

Usage: heels.py DIALECT URL [URL] [--rounds N]

The newcomer's decisive bytes go out 0 to 100 ms after the older connection was admitted, so that the two connects do
not overlap and the newcomer has to stay. Three seconds later both are asked. Arguments as in rounds.py.
"""

import asyncio
import time

from lab import leave_all, rest, tally
from rounds import Rounds, arguments, shown
from wire import now

PAUSES = (0, 1, 3, 10, 30, 100)


async def follow(rounds, pause):
    user = rounds.user()
    older = rounds.client(user, hold=True).open()
    newer = rounds.client(user, hold=True).open()
    await rounds.until(lambda: all(c.held or c.end for c in (older, newer)), 3000)
    older.go()
    await rounds.until(lambda: older.admitted or older.end, 3000)
    while older.admitted and now() < older.admitted + pause:
        time.sleep(0)
    newer.go()
    await rounds.until(lambda: newer.admitted or newer.end, 3000)
    return older, newer


async def observe(chosen):
    rounds = Rounds(chosen)
    for pause in PAUSES:
        pairs = [await follow(rounds, pause) for _ in range(chosen.rounds)]
        await rest(3000)
        alive = await rounds.alive([c for pair in pairs for c in pair])
        left = [f"{'older' if a in alive else ''} {'newer' if b in alive else ''}".strip() or "nobody"
                for a, b in pairs]
        gone = [shown(b) for _, b in pairs if b not in alive]
        print(f"{pause} ms after the older one's admission: left {tally(left)}; newer ones that went: {tally(gone)}")
        leave_all(c for pair in pairs for c in pair)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=20)))
