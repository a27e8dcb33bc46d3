"""Who survives when a few connects of one user begin some milliseconds apart, from TCP on? Plain sockets.

Usage: arrivals.py DIALECT URL [URL] [--racers N] [--held 1] [--rounds N]

With --held 1 all of them are prepared first, and their decisive bytes alone are sent so far apart. Each echoes Close
and ends its side of TCP when the server has ended, as a client library does. Six seconds after the last admission
all are asked; those that were admitted, read no end and do not answer are silent. Arguments as in rounds.py; the
rounds are those of each distance.
"""

import asyncio

from lab import leave_all, rest, tally
from meets import Leaving
from rounds import Rounds, arguments
from wire import now

APART = (0, 0.2, 0.5, 1, 3)


async def arrive(rounds, racers, apart, held):
    user, those = rounds.user(), []
    if held:
        those = [rounds.client(user, hold=True).open() for _ in range(racers)]
        await rounds.until(lambda: all(c.held or c.end for c in those), 3000)
    begin = now()
    for place in range(racers):
        while now() < begin + place * apart:
            await asyncio.sleep(0)
        if held:
            those[place].go()
        else:
            those.append(rounds.client(user).open())
        await asyncio.sleep(0)
    await rounds.until(lambda: all(c.admitted or c.end for c in those), 3000)
    return those


async def observe(chosen):
    rounds = Rounds(chosen)
    rounds.speaker = Leaving
    for apart in APART:
        races = [await arrive(rounds, chosen.racers, apart, chosen.held) for _ in range(chosen.rounds)]
        await rest(6000)
        alive = await rounds.alive([c for race in races for c in race])
        counts = tally(sum(c in alive for c in race) for race in races)
        silent = sum(bool(c.admitted and not c.end and not c.close_at and c not in alive) for race in races for c in race)
        print(f"{chosen.racers} connects {apart} ms apart: survivors per round: {counts}; silent: {silent}", flush=True)
        leave_all(c for race in races for c in race)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=10, racers=8, held=0)))
