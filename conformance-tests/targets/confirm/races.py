"""(b) and (j): many connects of one user at once, and one after another without a pause."""

import time

from lab import close_text, leave_all, rest, tally
from wire import now

ROUNDS = 10


async def all_races(lab):
    lines = []
    for title, k, incumbent, gap in (
        ("10 started at once", 10, False, None),
        ("10, last bytes released together", 10, False, 0),
        ("incumbent + 10, last bytes released together", 10, True, 0),
        ("incumbent + 10, last bytes 0.3 ms apart", 10, True, 0.3),
        ("incumbent + 2, last bytes released together", 2, True, 0),
    ):
        rounds = await lab.staggered(
            ROUNDS, 100, lambda _: race(lab, k, incumbent, gap)
        )
        lines.append(f"{title}: survivors per round: {tally(len(s) for s, _ in rounds)}")
        losers = [c for survivors, all_of in rounds for c in all_of if c not in survivors]
        lines.append(
            f"    losers: {tally(ending(c) for c in losers)}; "
            f"not admitted: {sum(not c.admitted for _, cs in rounds for c in cs)}"
        )
        lines.append(f"    survivor was the last one welcomed: {last_welcomed(rounds)}")
    return lines


async def race(lab, k, incumbent, gap):
    user = lab.user()
    before = [await lab.admit(user)] if incumbent else []
    if gap is None:
        racers = [lab.client(user).open() for _ in range(k)]
    else:
        racers = [lab.client(user) for _ in range(k)]
        requests = [c.request() for c in racers]
        for client, request in zip(racers, requests):
            client.write(request[:-1])
        await rest(30)
        release(racers, requests, gap)
    await lab.admitted(*racers)
    await rest(2000)
    everybody = before + racers
    survivors = await lab.alive(everybody)
    leave_all(everybody)
    return survivors, everybody


def release(racers, requests, gap):
    """The last byte of each request; nothing else runs on this thread meanwhile."""
    start = now()
    for i, (client, request) in enumerate(zip(racers, requests)):
        while now() < start + i * gap:
            time.sleep(0)
        client.requested = now()
        client.write(request[-1:])


def ending(client):
    if client.close_at is None:
        return f"no Close, {client.end or 'open'}"
    return f"Close {client.close_code}, {client.end or 'open'}"


def last_welcomed(rounds):
    single = [(s[0], cs) for s, cs in rounds if len(s) == 1]
    hits = sum(s is max(cs, key=lambda c: c.admitted or 0) for s, cs in single)
    return f"{hits} of {len(single)} rounds with one survivor"


async def chain(lab):
    """Each as soon as its predecessor is admitted; then each without waiting for anything."""
    user, links, end = lab.user(), [], now() + 3000
    while len(links) < 100 and now() < end:
        links.append(await lab.admit(user))
    lines = await judge(lab, "each after its predecessor's welcome", links)
    user = lab.user()
    links = [lab.client(user).open() for _ in range(100)]
    await lab.admitted(*links)
    return lines + await judge(lab, "each without waiting", links)


async def judge(lab, title, links):
    span = max(c.admitted or 0 for c in links) - links[0].requested
    await rest(2000)
    survivors = await lab.alive(links)
    numbers = [links.index(c) for c in survivors]
    shown = numbers if len(numbers) < 6 else f"{len(numbers)} of them"
    lines = [
        f"{title}: {len(links)} connects in {span:.0f} ms, "
        f"survivors 2 s later: {shown} (the last is {len(links) - 1})",
        f"    others: {tally(ending(c) for c in links if c not in survivors)}; "
        f"{tally(close_text(c) for c in links if c not in survivors)}",
    ]
    leave_all(links)
    return lines
