"""Who survives when two MQTT clients come while a third of their id, which has subscribed, is being closed?

Usage: between.py mqtt URL [--login NAME:PASSWORD] [--topics N] [--rounds N]

The older client subscribes to N topics. Two newcomers' CONNECTs are then released together. Six seconds later each
is asked for a PINGRESP. Plain sockets; arguments as in rounds.py.
"""

import asyncio

from dialects import field
from lab import leave_all, rest, tally
from rounds import Rounds, arguments
from wire import BINARY, encode


def subscribe(user, topics):
    body = (1).to_bytes(2, "big") + b"".join(field(f"{user}/{n}") + b"\0" for n in range(topics))
    size = bytes([len(body)]) if len(body) < 128 else bytes([len(body) % 128 | 128, len(body) // 128])
    return encode(BINARY, b"\x82" + size + body)


async def come_together(rounds, topics):
    user = rounds.user()
    older = await rounds.admit(user)
    if topics:
        older.write(subscribe(user, topics))
        await rounds.until(lambda: b"\x90" in older.stream, 1000)
    newer = [rounds.client(user, hold=True).open() for _ in range(2)]
    await rounds.until(lambda: all(c.held or c.end for c in newer), 3000)
    for client in newer:
        client.go()
    await rounds.until(lambda: all(c.admitted or c.end for c in newer), 3000)
    return [older, *newer]


async def observe(chosen):
    rounds = Rounds(chosen)
    races = [await come_together(rounds, chosen.topics) for _ in range(chosen.rounds)]
    await rest(6000)
    alive = await rounds.alive([c for race in races for c in race])
    print(f"an older one with {chosen.topics} subscriptions and two newer ones: survivors per round: "
          f"{tally(sum(c in alive for c in race) for race in races)}")
    leave_all(c for race in races for c in race)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=50, topics=1)))
