"""What comes on a connection whose own Close crosses its eviction? Plain sockets, any dialect.

Usage: crossing.py DIALECT URL [--login NAME:PASSWORD] [--rounds N]

RFC 6455 section 5.5.1: an endpoint sends one Close frame. The older client sends its Close from 2 ms before
to 5 ms after the newcomer's decisive bytes, reads for 1.5 s more, and answers nothing; the newcomer is asked
for a sign of life after that. Arguments as in rounds.py.
"""

import asyncio
import collections

from lab import leave_all, rest
from rounds import Rounds, arguments
from wire import CLOSE, encode, now

LATER = (-2, -0.5, 0, 0.2, 0.5, 1, 2, 5)


async def cross(rounds, later):
    user = rounds.user()
    older = await rounds.admit(user, echo=False)
    newer = rounds.client(user, hold=True).open()
    await rounds.until(lambda: newer.held or newer.end, 3000)
    moves = [(0, newer.go), (later, lambda: older.write(encode(CLOSE, b"\x03\xe8")))]
    begin = now()
    for at, move in sorted(moves, key=lambda move: move[0]):
        while now() < begin + at - min(0, later):
            pass
        move()
    sent = now()
    await rest(1500)
    closes = [(at, payload) for at, opcode, payload in older.frames if opcode == CLOSE]
    words = " and ".join("Close " + (str(int.from_bytes(p[:2], "big")) if p else "without a code")
                         for _, p in closes) or "no Close"
    if closes and closes[0][0] < sent:
        words += " (the first one before its own was sent)"
    alive = newer in await rounds.alive([newer])
    leave_all([older, newer])
    return f"older: {words}, {older.end or 'open'}; newer: {'answers' if alive else 'gone'}"


async def observe(chosen):
    rounds, seen = Rounds(chosen), collections.Counter()
    for number in range(chosen.rounds):
        seen[await cross(rounds, LATER[number % len(LATER)])] += 1
    for words, count in seen.most_common():
        print(f"{count} of {chosen.rounds}  {words}")


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=24)))
