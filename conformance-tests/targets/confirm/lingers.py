"""How long does TCP of an evicted connection stay open? Plain sockets, any dialect.

Usage: lingers.py DIALECT URL [URL] [--seconds N] [--publish URL] [--rounds N]

The older connection of a user reads but never echoes Close; or goes on asking besides; or no longer reads; or
no longer reads and has full buffers, if there is a URL to publish at, as in
http://127.0.0.1:8000/publish?user={user}. After N seconds those that did not read read on. Else as in rounds.py.
"""

import asyncio

from lab import Lab, leave_all, rest, since, spread, tally
from rounds import Rounds, arguments, first_sign
from wire import now

FLOOD, BYTES = 60, 65536
LATE = "published after the admission"
ENDS = {7: "RST", 8: "FIN"}


async def linger(rounds, kind, lab):
    chosen, user = rounds.chosen, rounds.user()
    reads, full = kind < 2, kind == 3
    older = await rounds.admit(user, echo=False, receive_buffer=None if reads else 4096)
    if not reads:
        older.go_silent()
    for _ in range(FLOOD if full else 0):
        await lab.publish(user, "x" * BYTES)
    newer = await rounds.admit(user)
    if full:
        await lab.publish(user, LATE)
    begun, ended, asked = now(), None, 0
    while now() < begun + chosen.seconds * 1000 and not ended:
        if kind == 1 and first_sign(older) and not older.end:
            asked += older.ask(f"late{asked}")
        if older.end or (not reads and older.tcp_state() in ENDS):
            ended = older.ended or now()
        await rest(100)
    how = older.end or ENDS.get(older.tcp_state(), "open")
    answered, got = kind == 1 and older.answered("late[0-9]"), False
    if not reads:
        older.listen()
        await rest(2500)
        answered = not older.end and older.ask("late") and await rounds.until(lambda: older.answered("late"), 1000)
        got = LATE.encode() in older.stream
        how += f", then {older.end or 'open'} when it reads on"
    leave_all([older, newer])
    return how, since(begun, ended), bool(answered), got


async def observe(chosen):
    rounds = Rounds(chosen)
    lab = chosen.publish and Lab(None, chosen.publish)
    kinds = ["never echoes", "never echoes, goes on asking", "does not read", "does not read, full buffers"]
    kinds = kinds if lab else kinds[:3]
    found = await asyncio.gather(*(linger(rounds, kind, lab)
                                   for kind in range(len(kinds)) for _ in range(chosen.rounds)))
    for kind, title in enumerate(kinds):
        hows, times, answers, gots = zip(*found[kind * chosen.rounds:(kind + 1) * chosen.rounds])
        print(f"{title}: TCP within {chosen.seconds} s: {tally(hows)}; after {spread(times)}; "
              f"answered {sum(answers)} of {chosen.rounds}"
              + (f"; read what was {LATE} of the newer one: {sum(gots)}" if kind == 3 else ""))


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=5, seconds=40, publish="")))
