"""Does the newcomer stay reachable when the older connection's own end meets its connect? Plain sockets.

Usage: meets.py DIALECT URL [URL] --publish URL [--rounds N]

The older one closes or resets from 5 ms before to 5 ms after the newcomer's decisive bytes. Two seconds later a
message is published (http://127.0.0.1:8000/publish?user={user}), and a third connection comes, which has to evict
the newcomer. Arguments as in rounds.py; the rounds are those of each offset.
"""

import asyncio

from lab import Lab, leave_all, rest
from rounds import Rounds, Speaker, arguments
from wire import CLOSE, apart, encode

OFFSETS = (-5, -1, -0.2, 0, 0.2, 1, 5)


class Leaving(Speaker):
    """Ends its side of TCP when the other has ended, as a client library does."""

    def finish(self, how):
        super().finish(how)
        self.leave()


async def meet(rounds, how, offset):
    user = rounds.user()
    older = await rounds.admit(user, echo=False)
    newer = rounds.client(user, hold=True).open()
    await rounds.until(lambda: newer.held or newer.end, 3000)

    def end():
        if how == "RST":
            older.leave("RST")
        else:
            older.write(encode(CLOSE, b"\x03\xe8"))

    apart(newer.go, end, offset)
    await rounds.until(lambda: newer.admitted or newer.end, 3000)
    return user, older, newer


async def observe(chosen):
    rounds, lab = Rounds(chosen), Lab(None, chosen.publish)
    rounds.speaker = Leaving
    for how in ("Close", "RST"):
        for offset in OFFSETS:
            met = [await meet(rounds, how, offset) for _ in range(chosen.rounds)]
            await rest(2000)
            alive = await rounds.alive([newer for _, _, newer in met])
            lost = unevicted = 0
            for user, older, newer in met:
                if newer not in alive:
                    continue
                text = f"to-{user}"
                await lab.publish(user, text)
                got = await rounds.until(lambda: text.encode() in newer.stream, 1000)
                third = await rounds.admit(user)
                gone = await rounds.until(lambda: newer.close_at or newer.end, 2000)
                lost, unevicted = lost + (not got), unevicted + (not gone)
                leave_all([older, newer, third])
            print(f"{how} {offset} ms from the newcomer's bytes: newcomer answers {len(alive)} of {len(met)}; of these "
                  f"the message did not reach {lost}, the third one did not evict {unevicted}", flush=True)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=10, publish="")))
