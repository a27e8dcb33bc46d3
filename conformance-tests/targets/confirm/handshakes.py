"""(e) and (h): newcomers that never complete, and what counts as the same user."""

import asyncio

from lab import ADMISSION, leave_all, rest, tally

ROUNDS = 3


def incomplete_ones():
    """Name, what is written of the request, and how the connection then ends."""
    whole = dict(cut=None)
    return [
        ("TCP only", dict(cut=0), None),
        ("TCP only, then RST", dict(cut=0), "RST"),
        ("half a request", dict(cut=0.5), None),
        ("half a request, then FIN", dict(cut=0.5), "FIN"),
        ("all but the last byte", dict(cut=-1), None),
        ("all but the last byte, then RST", dict(cut=-1), "RST"),
        ("no Sec-WebSocket-Key", dict(whole, key=False), None),
        ("a key of 3 bytes", dict(whole, key="YWJj"), None),
        ("version 12", dict(whole, version="12"), None),
        ("no version", dict(whole, version=None), None),
        ("POST", dict(whole, method="POST"), None),
        ("Upgrade: h2c", dict(whole, upgrade="h2c"), None),
        ("version 8 (a draft; RFC 6455 has only 13)", dict(whole, version="8"), None),
        ("complete, then RST at once (counts as a connect)", whole, "RST"),
        ("complete (control)", whole, None),
    ]


async def incomplete(lab):
    async def one(name, options, end):
        results = await lab.staggered(ROUNDS, 30, lambda _: spoil(lab, dict(options), end))
        alive = sum(survived for survived, _ in results)
        answers = tally(answer for _, answer in results)
        return f"{name}: A alive 2 s later {alive} of {ROUNDS}; answer: {answers}"

    return await asyncio.gather(*(one(*kind) for kind in incomplete_ones()))


async def spoil(lab, options, end):
    user, cut = lab.user(), options.pop("cut")
    a = await lab.admit(user)
    b = lab.client(user)
    request = b.request(**options)
    if cut is not None:
        request = request[:int(len(request) * cut) if 0 <= cut < 1 else cut]
    b.write(request)
    if end:
        b.leave(end)
    await rest(2000)
    survived = a in await lab.alive([a])
    answer = b.head.split("\r\n")[0] if b.head else "nothing"
    leave_all([a, b])
    return survived, f"{answer}, {'left' if end else b.end or 'open'}"


async def spellings(lab):
    """The second connection of each pair, and whether it evicts the first."""
    run = lab.user()
    pairs = [
        ("same: %20 and +", f"{run}%20a", f"{run}+a"),
        ("same: %41 and A", f"{run}%41", f"{run}A"),
        ("same: %c3%bc and %C3%BC", f"{run}%c3%bc", f"{run}%C3%BC"),
        ("same: %2D and -", f"{run}%2Dx", f"{run}-x"),
        ("other: %2B and +", f"{run}%2B", f"{run}+"),
        ("other: %2541 and %41", f"{run}z%2541", f"{run}z%41"),
        ("other: upper and lower case", f"{run}Bob", f"{run}bob"),
        ("other: trailing space", f"{run}t", f"{run}t%20"),
        ("other: NFC and NFD", f"{run}n%C3%A9", f"{run}ne%CC%81"),
        ("other: 1 and 01", f"{run}.1", f"{run}.01"),
        ("other: a prefix of it", f"{run}p", f"{run}pp"),
    ]

    async def one(name, first, second):
        a = lab.client("", spelling=first).open()
        await lab.until(lambda: a.admitted, ADMISSION)
        b = lab.client("", spelling=second).open()
        await lab.until(lambda: b.admitted, ADMISSION)
        await rest(500)
        state = "alive" if a in await lab.alive([a]) else f"gone ({a.close_code})"
        welcomed = b.texts("welcome")[0][1]["user"].removeprefix(run) if b.admitted else None
        leave_all([a, b])
        return f"{name}: first one {state}; the second was welcomed as {welcomed!a}"

    return await asyncio.gather(*(one(*pair) for pair in pairs), stranger(lab))


async def stranger(lab):
    """Other users while one user is taken over many times."""
    others = await asyncio.gather(*(lab.admit(lab.user()) for _ in range(10)))
    user = lab.user()
    await lab.staggered(20, 20, lambda _: lab.admit(user))
    alive = await lab.alive(others)
    leave_all(others)
    return f"10 other users during 20 takeovers of one: {len(alive)} of 10 open and answering"
