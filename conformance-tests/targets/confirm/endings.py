"""(d) and (i): the incumbent ends late, or does not read any more."""

import asyncio

from lab import ADMISSION, close_text, leave_all, rest, since, spread, tally
from wire import CLOSE, encode, now

DELAYS = (0, 10, 100, 1000)
CLOSED = {1: "open", 7: "RST", 8: "FIN"}


async def late_end(lab):
    if not lab.publish_url:
        return ["no PUBLISH-URL"]

    async def one(how, delay):
        rounds = await lab.staggered(3, 20, lambda _: end_late(lab, how, delay))
        got, gone, left = (sum(column) for column in zip(*rounds))
        return (
            f"A ends {delay} ms after B's welcome ({how}): message reached B {got} of 3, "
            f"B evicted by C {gone} of 3, C answers {left} of 3"
        )

    kinds = [(how, delay) for how in ("clean", "RST", "late echo") for delay in DELAYS]
    return await asyncio.gather(*(one(*kind) for kind in kinds))


async def end_late(lab, how, delay):
    user = lab.user()
    a = await lab.admit(user, echo=False)
    b = await lab.admit(user)
    await lab.until(lambda: now() >= b.admitted + delay, delay + 1)
    if how != "RST":
        # 4001: an echo of what the server said; a client of its own accord says 1000.
        a.write(encode(CLOSE, (4001 if how == "late echo" else 1000).to_bytes(2, "big")))
    if how != "late echo":
        a.leave("RST" if how == "RST" else "FIN")
    await rest(100)
    await lab.publish(user, "late")
    got = await lab.until(lambda: any(m["text"] == "late" for _, m in b.texts("message")), 1000)
    c = await lab.admit(user)
    gone = await lab.until(lambda: b.close_at or b.end, 1500)
    left = c in await lab.alive([c])
    leave_all([a, b, c])
    return got, gone, left


async def silent(lab):
    kinds = [("with an empty buffer", 0)]
    if lab.publish_url:
        kinds.append(("with full buffers", 60))
    found = await asyncio.gather(*(stop_reading_often(lab, *kind) for kind in kinds))
    return [line for lines in found for line in lines]


async def stop_reading_often(lab, title, flood):
    rounds = await lab.staggered(5, 170, lambda _: stop_reading(lab, flood))
    leave_all(c for a, b, *_ in rounds for c in (a, b))
    return [
        f"A {title}: B's request to welcome: "
        + spread(since(b.requested, b.admitted) for _, b, _, _ in rounds),
        f"    TCP of A ends within 6 s of B's request: {tally(r[2] for r in rounds)}; after "
        + spread(r[3] for r in rounds),
        "    found when A reads again: "
        + tally(f"{close_text(a)} then {a.end or 'open'}" for a, *_ in rounds),
    ]


async def stop_reading(lab, flood):
    user = lab.user()
    a = await lab.admit(user, echo=False, receive_buffer=4096 if flood else None)
    a.go_silent()
    for _ in range(flood):
        await lab.publish(user, "x" * 65536)
    b = lab.client(user).open()
    ended = None
    await lab.until(lambda: b.admitted, ADMISSION)
    while now() < b.requested + 6000:
        if a.tcp_state() in (7, 8):
            ended = now() - b.requested
            break
        await rest(5)
    how = CLOSED.get(a.tcp_state(), a.tcp_state())
    a.listen()
    await lab.until(lambda: a.end, 500)
    return a, b, how, ended
