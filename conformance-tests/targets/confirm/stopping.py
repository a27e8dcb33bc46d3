"""What do clients read when the server is stopped? Plain sockets, any dialect.

Usage: stopping.py DIALECT URL [URL] [--rounds N] [--seconds N]

N users connect, "ready" is said, and whoever runs this then asks the server to stop (docker stop, SIGTERM). What each
of them reads from then on is printed. Arguments as in rounds.py.
"""

import asyncio

from lab import leave_all, tally
from rounds import Rounds, arguments, shown


async def observe(chosen):
    rounds = Rounds(chosen)
    users = [await rounds.admit(rounds.user()) for _ in range(chosen.rounds)]
    print(f"ready: {sum(bool(c.admitted and not c.end) for c in users)} of {len(users)}", flush=True)
    await rounds.until(lambda: all(c.end for c in users), chosen.seconds * 1000)
    print(f"read: {tally(shown(c) for c in users)}")
    leave_all(users)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=5, seconds=40)))
