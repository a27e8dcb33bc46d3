"""What becomes of an older subscriber when a newcomer deletes its channel (nchan)? Plain sockets.

Usage: channel.py echo URL --publish URL [--rounds N]

Four looks at a server at which what a subscriber sends, or somebody publishes, goes to all subscribers of a channel:
a request without key beside a subscriber; a user whose name is percent-encoded; messages published all through
a takeover; what the older one says up to it. Arguments as in rounds.py.
"""

import asyncio
import re

from lab import Lab, leave_all, rest, tally
from rounds import Rounds, arguments, shown
from wire import CLOSE, TEXT, encode, now


async def no_key(rounds, lab):
    user = rounds.user()
    older = await rounds.admit(user)
    newer = rounds.client(user)
    newer.write(newer.request(key=False))
    await rest(2000)
    answer = newer.head.split("\r\n")[0] if newer.head else "nothing"
    result = f"the request is answered {answer!r}; older: {shown(older)}"
    leave_all([older, newer])
    return result


async def encoded(rounds, lab):
    user = rounds.user() + "A"
    older = await rounds.admit(user)
    newer = rounds.client(user)
    newer.target = newer.target.replace("A", "%41")
    newer.open()
    await rest(2000)
    alive = await rounds.alive([older, newer])
    result = f"older {'answers' if older in alive else 'is gone'}, newer {'answers' if newer in alive else 'is gone'}"
    leave_all([older, newer])
    return result


async def published(rounds, lab):
    """The older one echoes nothing. Message numbers that it read, by when they were sent and read."""
    user, sent, stop = rounds.user(), {}, asyncio.Event()
    older = await rounds.admit(user, echo=False)

    async def publish():
        while not stop.is_set():
            sent[len(sent)] = now()
            await lab.publish(user, f"m{len(sent) - 1}.")

    publisher = asyncio.create_task(publish())
    await rest(50)
    newer = await rounds.admit(user)
    await rest(600)
    stop.set()
    await publisher
    after_close = late_before_close = late_after_close = 0
    for at, opcode, payload in older.frames:
        if opcode != TEXT or not (found := re.match(rb"m(\d+)\.", payload)):
            continue
        late = sent[int(found[1])] > newer.admitted
        closed = any(k == CLOSE and c < at for c, k, _ in older.frames)
        after_close += closed
        late_after_close += late and closed
        late_before_close += late and not closed
    leave_all([older, newer])
    early = older.close_at and older.close_at < newer.admitted
    return (f"older: {'Close before' if early else 'Close after'} the newer one's 101, "
            f"{'some' if after_close else 'no'} data after its Close; of what was sent after that 101 it read "
            f"{'some' if late_before_close else 'none'} before and {'some' if late_after_close else 'none'} "
            "after its Close")


async def asked(rounds, lab):
    user = rounds.user()
    older = await rounds.admit(user, echo=False)
    newer = rounds.client(user).open()
    for number in range(400):
        if older.end or older.close_at:
            break
        older.write(encode(TEXT, f"asked-{number}.".encode()))
        await asyncio.sleep(0.0005)
    await rest(500)
    got = b"asked-" in newer.stream
    leave_all([older, newer])
    return f"what the older one said is {'read' if got else 'not read'} by the newer one"


async def observe(chosen):
    rounds, lab = Rounds(chosen), Lab(None, chosen.publish)
    for title, look in (("a request without Sec-WebSocket-Key", no_key), ("A, then %41", encoded),
                        ("published all the time", published), ("asked up to the takeover", asked)):
        results = [await look(rounds, lab) for _ in range(chosen.rounds)]
        print(f"{title}: {tally(results)}", flush=True)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=10, publish="")))
