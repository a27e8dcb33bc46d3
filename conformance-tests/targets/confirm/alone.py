"""What do single rules come to at a server that breaks another one in whatever case? Plain sockets, any dialect.

Usage: alone.py DIALECT URL [URL] [--only A5,E1] [--publish URL] [--rounds N]

Each look does what the case of its rule does, and says when who was told or ended: before somebody else did
something, or after. "lone" is what to compare with: one connection of a user, and nothing else. E3, F1 and G2 are looked
at with --publish only, as in http://127.0.0.1:8000/publish?user={user}; J1 only if it is named: it says when to kill the
server and to start it again. Clients end their side of TCP when the server has ended. Arguments as in rounds.py.
"""

import asyncio
import socket
import unicodedata
from urllib.parse import urlsplit

from lab import Lab, leave_all, rest, since, spread, tally
from meets import Leaving
from rounds import Rounds, Speaker, arguments, first_sign, shown
from wire import CLOSE, apart, encode, now

QUIET, LIMIT = 2000, 5500
LINKS, STALLED, RETURNING = 100, 20, 50
OFFSETS = (-5, -1, 0, 1, 5)
ATTEMPTS = {
    "nothing (control)": None,
    "TCP only": lambda c: None,
    "half a request": lambda c: c.write(c.request()[:100]),
    "all but the last byte": lambda c: c.write(c.request()[:-1]),
    "half a request, then RST": lambda c: (c.write(c.request()[:100]), c.leave("RST")),
    "no Sec-WebSocket-Key": lambda c: c.write(c.request(key=False)),
    "version 99": lambda c: c.write(c.request(version="99")),
    "upgraded, silent before the deciding step": lambda c: c.open(),
}
SPELLINGS = {
    "case": lambda user: [user + "-bob", user + "-Bob"],
    "a space behind": lambda user: [user, user + " "],
    "Unicode": lambda user: [user + "-\u00e9", unicodedata.normalize("NFD", user + "-\u00e9")],
}
NUMBERS = {"a number": lambda user: [form.format(int(user[1:], 36)) for form in ("{}", "0{}", "{}.0", "+{}")]}


async def asked(rounds, those, milliseconds=QUIET):
    """Those that answer so much later."""
    await rest(milliseconds)
    return await rounds.alive(those)


def fate(client, began, alive):
    """When a connection was told or ended, compared with what somebody else did."""
    sign = first_sign(client)
    if not client.admitted:
        return "not admitted"
    if sign is None:
        return "stays" if client in alive else "open, does not answer"
    return "ended" if began is None else "ended before" if sign < began else "ended after"


def fates(seen, alive):
    lasted = spread(since(c.admitted, first_sign(c)) for c, _ in seen if c.admitted)
    leave_all(c for c, _ in seen)
    return f"{tally(fate(c, began, alive) for c, began in seen)}; admission to end: {lasted}"


async def lone(rounds, lab):
    those = [await rounds.admit(rounds.user()) for _ in range(rounds.chosen.rounds)]
    alive = await asked(rounds, those)
    read = tally(shown(c) for c in those)
    yield f"stay {len(alive)} of {len(those)}, read {read}; {fates([(c, None) for c in those], alive)}"


async def incomplete(rounds, lab):
    """A5: the attempt begins when the incumbent has been admitted."""
    for title, attempt in ATTEMPTS.items():
        seen, others = [], []
        for _ in range(rounds.chosen.rounds):
            user = rounds.user()
            seen.append((await rounds.admit(user), now()))
            if attempt:
                others.append(rounds.client(user, hold=True))
                attempt(others[-1])
        alive = await asked(rounds, [c for c, _ in seen])
        yield f"{title}: {fates(seen, alive)}"
        leave_all(others)


async def login_again(rounds, lab):
    """A7: the deciding step once more."""
    for pause in (0, 3, 500):
        seen = []
        for _ in range(rounds.chosen.rounds):
            user = rounds.user()
            client = await rounds.admit(user)
            await rest(pause)
            early = first_sign(client)
            if not early:
                client.write([what for kind, what in client.dialect.steps(user, None, None) if kind == "send"][-1])
            seen.append((client, "before that" if early else "after that"))
        await rest(QUIET)
        yield f"{pause} ms after the admission; read {tally(f'{when} {shown(c)}' for c, when in seen)}"
        leave_all(c for c, _ in seen)


async def cross(rounds, how, offset, ready):
    """The incumbent closes or resets so long after the newcomer's bytes; was it there until then?"""
    user, there = rounds.user(), []
    newer = rounds.client(user, hold=True).open() if ready else None
    older = rounds.client(user, hold=True).open()
    await rounds.until(lambda: all(c.held or c.end for c in (older, newer or older)), 3000)
    older.go()
    await rounds.until(lambda: older.admitted or older.end, 3000)
    newer = newer or rounds.client(user, hold=True).open()
    await rounds.until(lambda: newer.held or newer.end, 3000)

    def end():
        if older.reading:
            older.read()
        there.append(not first_sign(older))
        if how == "RST":
            older.leave("RST")
        elif there[0]:
            older.write(encode(CLOSE, b"\x03\xe8"))

    apart(newer.go, end, offset)
    await rounds.until(lambda: newer.admitted or newer.end, 3000)
    return older, newer, there[0]


async def crossing(rounds, how):
    for ready in (False, True):
        met = [await cross(rounds, how, OFFSETS[i % len(OFFSETS)], ready) for i in range(rounds.chosen.rounds)]
        alive = await asked(rounds, [newer for _, newer, _ in met])
        closes = [sum(opcode == CLOSE for _, opcode, _ in older.frames) for older, _, there in met if there]
        yield (f"{how}, the newcomer upgraded {'before' if ready else 'after'} the incumbent's admission: incumbent there "
               f"until its own end {len(closes)} of {len(met)}" + (f", reads Closes: {tally(closes)}" if how == "Close" else "")
               + f"; newcomers: {fates([(newer, None) for _, newer, _ in met], alive)}")
        leave_all(older for older, _, _ in met)


async def chain(rounds, lab):
    ends = []
    for _ in range(max(1, rounds.chosen.rounds // 4)):
        user = rounds.user()
        links = [await rounds.admit(user) for _ in range(LINKS)]
        alive = await asked(rounds, links, LIMIT)
        ends.append((links[-1] in alive, len(set(alive) - {links[-1]})))
        leave_all(links)
    yield (f"of {LINKS} links the last answers in {sum(last for last, _ in ends)} of {len(ends)} chains; "
           f"others that answer: {tally(others for _, others in ends)}")


async def strangers(rounds, lab):
    """E1: two strangers, and three with look-alike names; then a user is taken over twice."""
    seen, takers = [], []
    for _ in range(rounds.chosen.rounds // 2):
        user = rounds.user()
        those = [await rounds.admit(n) for n in (rounds.user(), rounds.user(), user + "a", user + "-", "a" + user)]
        takers += [await rounds.admit(user) for _ in range(3)]
        seen += [(c, takers[-2].requested) for c in those]
    alive = await asked(rounds, [c for c, _ in seen])
    yield f"strangers, by the first newcomer's request: {fates(seen, alive)}"
    leave_all(takers)


async def apart(rounds, kinds):
    for title, names in kinds.items():
        seen, last = [], []
        for _ in range(rounds.chosen.rounds // 2):
            those = [await rounds.admit(name) for name in names(rounds.user())]
            seen += [(one, those[i + 1].requested) for i, one in enumerate(those[:-1])]
            last.append(those[-1])
        alive = await asked(rounds, [c for c, _ in seen] + last, LIMIT)
        yield (f"{title}, by the next one's request: {fates(seen, alive)}; the last, whom nobody follows, stays "
               f"{sum(c in alive for c in last)} of {len(last)}")
        leave_all(last)


def listening(url):
    with socket.socket() as probe:
        return probe.connect_ex((urlsplit(url).hostname, urlsplit(url).port)) == 0


async def crash(rounds, lab):
    names = [rounds.user() for _ in range(rounds.chosen.rounds)]
    alive = await asked(rounds, [await rounds.admit(name) for name in names])
    yield f"before: stay {len(alive)} of {len(names)}; kill the server now, and start it again"
    for wanted in (False, True):
        end = now() + 60000
        while any(listening(url) != wanted for url in rounds.chosen.urls) and now() < end:
            await rest(20)
    for title, those in (("return", names), ("were never there", [rounds.user() for _ in names])):
        after = [(await rounds.admit(name), None) for name in those]
        yield f"those who {title}: {fates(after, await asked(rounds, [c for c, _ in after]))}"


async def burst(rounds, lab):
    names, few = [rounds.user() for _ in range(RETURNING)], asyncio.Semaphore(8)
    leave_all([await rounds.admit(name) for name in names])

    async def back(name):
        async with few:
            return name, await rounds.admit(name)

    those = await asyncio.gather(*(back(name) for i, name in enumerate(names) for _ in range(1 + (i % 5 == 0))))
    alive = await asked(rounds, [c for _, c in those], LIMIT)
    yield f"connections that answer, per user: {tally(sum(c in alive for n, c in those if n == name) for name in names)}"
    leave_all(c for _, c in those)


async def duel(rounds, lab):
    async def fight(user, end):
        count = 0
        while now() < end:
            one = rounds.client(user).open()
            await rounds.until(lambda: first_sign(one), max(300, end - now()))
            one.leave()
            count += 1
        return count

    for duellists in (2, 10):
        seen, count = [], 0
        for _ in range(max(1, rounds.chosen.rounds // 4)):
            those, user = [await rounds.admit(rounds.user()) for _ in range(3)], rounds.user()
            seen += [(c, now()) for c in those]
            count += sum(await asyncio.gather(*(fight(user, now() + 3000) for _ in range(duellists))))
        alive = await asked(rounds, [c for c, _ in seen], 0)
        yield f"{duellists} duellists, {count} connects; strangers, by the begin of the duel: {fates(seen, alive)}"


async def stalled(rounds, lab):
    """E3: A, then B, then C, with and without others that stall; A ends its side of TCP or leaves it open."""
    for count, speaker in ((STALLED, Leaving), (STALLED, Speaker), (0, Leaving), (0, Speaker)):
        gone = []
        for _ in range(max(1, rounds.chosen.rounds // 4)):
            rounds.speaker, names = speaker, [rounds.user() for _ in range(5)]
            pairs = [(await rounds.admit(name), await rounds.admit(name)) for name in names]
            await rounds.until(lambda: all(a.end for a, _ in pairs), LIMIT)
            rounds.speaker, still = Leaving, [rounds.user() for _ in range(count)]
            those = [await rounds.admit(n, echo=False, receive_buffer=4096 * (i % 2)) for i, n in enumerate(still)]
            for deaf in those[1::2]:
                deaf.go_silent()
            those += [rounds.client(name).open() for name in still] + [await rounds.admit(name) for name in names]
            await rounds.until(lambda: all(first_sign(b) for _, b in pairs), LIMIT)
            gone += [bool(first_sign(b)) for _, b in pairs]
            leave_all([c for pair in pairs for c in pair] + those)
        yield (f"beside {count} stalled, A {'ends its side of TCP' if speaker is Leaving else 'leaves TCP half open'}: "
               f"C evicts B {sum(gone)} of {len(gone)}")


async def delivery(rounds, lab, silent):
    """F1: A ends when it is evicted, and something is published. G2: A is silent, and resets before that."""

    async def one(pause):
        user = rounds.user()
        older = await rounds.admit(user)
        if silent:
            older.go_silent()
        newer = await rounds.admit(user)
        await rest(pause)
        if silent:
            older.leave("RST")
            await rest(200)
        for _ in range(2):
            await lab.publish(user, f"to-{user}.")
        got = await rounds.until(lambda: f"to-{user}.".encode() in newer.stream, 1300)
        alive = await rounds.alive([newer])
        leave_all([older, newer])
        return got, bool(alive)

    for pause in (150, 2000) if silent else (0, 100):
        got, alive = zip(*await asyncio.gather(*(one(pause) for _ in range(rounds.chosen.rounds))))
        what = "A's RST" if silent else "published"
        yield f"{what} {pause} ms after B's admission: B answers {sum(alive)} of {len(got)}, the message reaches B {sum(got)}"


LOOKS = {
    "lone": lone, "A5": incomplete, "A7": login_again, "C5": lambda rounds, lab: crossing(rounds, "Close"),
    "D4": lambda rounds, lab: crossing(rounds, "RST"), "D7": chain, "E1": strangers, "E3": stalled,
    "F1": lambda rounds, lab: delivery(rounds, lab, False), "G2": lambda rounds, lab: delivery(rounds, lab, True),
    "H1": lambda rounds, lab: apart(rounds, SPELLINGS), "H4": lambda rounds, lab: apart(rounds, NUMBERS), "J1": crash,
    "J3": burst, "L2": duel,
}


async def observe(chosen):
    rounds, lab = Rounds(chosen), Lab(None, chosen.publish)
    rounds.speaker = Leaving
    for rule in chosen.only.split(",") if chosen.only else LOOKS:
        if chosen.only or rule != "J1" and (chosen.publish or rule not in ("E3", "F1", "G2")):
            async for line in LOOKS[rule](rounds, lab):
                print(f"{rule}  {line}", flush=True)


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, rounds=20, only="", publish="")))
