"""(a), (c), (f), (g): how the incumbent ends, what its wire shows, and who gets the messages."""

import asyncio

from lab import close_text, leave_all, rest, since, spread, tally
from wire import now

ROUNDS = 10


async def take_over(lab, echo):
    user = lab.user()
    a = await lab.admit(user, echo=echo)
    b = await lab.admit(user)
    return a, b


async def sequential(lab):
    pairs = await lab.staggered(ROUNDS, 50, lambda _: take_over(lab, echo=True))
    await rest(2000)
    survivors = await lab.alive([c for pair in pairs for c in pair])
    lines = summary(pairs)
    lines.append(
        "TCP of A ends after its Close frame: "
        + spread(since(a.close_at, a.ended) for a, _ in pairs)
    )
    lines.append(f"A open and answering 2 s later: {answering(survivors, pairs, 0)}")
    lines.append(f"B open and answering 2 s later: {answering(survivors, pairs, 1)}")
    leave_all(c for pair in pairs for c in pair)
    return lines


async def never_echoes(lab):
    asked = []

    async def work(_):
        a, b = await take_over(lab, echo=False)
        closed = await lab.until(lambda: a.close_at, 300)
        # At once, and again at times at which most servers have long forgotten A.
        for word, wait in (("0", 0), ("20", 20), ("200", 180), ("1000", 800), ("3000", 2000)):
            await rest(wait)
            asked.append((word, a, not a.end and a.ask(word)))
        return a, b, closed

    rounds = await lab.staggered(ROUNDS, 130, work)
    await rest(500)
    pairs = [(a, b) for a, b, _ in rounds]
    lines = summary(pairs)
    lines.append(
        "TCP of A ends after its Close frame: "
        + spread(since(a.close_at, a.ended) for a, _ in pairs)
    )
    for word in ("0", "20", "200", "1000", "3000"):
        sent = [a for w, a, ok in asked if w == word and ok]
        answers = sum(a.answered(word) for a in sent)
        lines.append(f"A's ping {word} ms after the Close: sent {len(sent)}, answered {answers}")
    leave_all(c for pair in pairs for c in pair)
    return lines


def summary(pairs):
    return [
        f"admitted: A {sum(bool(a.admitted) for a, _ in pairs)}, "
        f"B {sum(bool(b.admitted) for _, b in pairs)} of {len(pairs)}",
        f"bytes of A's Close frame: {tally(close_text(a) for a, _ in pairs)}",
        f"close code: {tally(a.close_code for a, _ in pairs)}; "
        f"then TCP: {tally(a.end or 'open' for a, _ in pairs)}",
        f"data frames on A after its Close: {sum(a.data_after_close for a, _ in pairs)}",
        "B's request to A's Close: " + spread(since(b.requested, a.close_at) for a, b in pairs),
        "B's request to B's welcome: " + spread(since(b.requested, b.admitted) for _, b in pairs),
        "A's Close read before B's welcome: "
        f"{sum(bool(a.close_at and a.close_at < b.admitted) for a, b in pairs)} of {len(pairs)}",
    ]


def answering(survivors, pairs, which):
    return f"{sum(pair[which] in survivors for pair in pairs)} of {len(pairs)}"


async def published(lab):
    """Numbered messages all the time; a takeover every 100 ms, its incumbent echoes nothing."""
    if not lab.publish_url:
        return ["no PUBLISH-URL"]
    user, chain, log, done = lab.user(), [], [], asyncio.Event()

    async def publisher():
        while not done.is_set():
            began, number = now(), len(log)
            log.append((began, await lab.publish(user, f"m{number}")))
            await rest(1)

    chain.append(await lab.admit(user, echo=False))
    publishing = asyncio.create_task(publisher())
    end = now() + 4000
    while now() < end and len(chain) < 21:
        await rest(100)
        chain.append(await lab.admit(user, echo=False))
    last = chain[-1]
    await rest(300)
    done.set()
    await publishing
    await rest(300)
    got = [{m["text"]: at for at, m in c.texts("message")} for c in chain]
    lines = [
        f"{len(chain) - 1} takeovers, {len(log)} messages, "
        f"answers: {tally(status for _, status in log)}",
        "data frames on an evicted connection after its Close: "
        f"{sum(c.data_after_close for c in chain)}",
    ]
    on_newest = on_older = due = nowhere = twice = 0
    for number, (began, _) in enumerate(log):
        holders = [i for i, texts in enumerate(got) if f"m{number}" in texts]
        # The newest that was admitted before the message was sent; another may follow meanwhile.
        newest = max(i for i, c in enumerate(chain) if c.admitted and c.admitted < began)
        due += 1
        on_newest += any(i >= newest for i in holders)
        on_older += any(i < newest for i in holders)
        nowhere += not holders
        twice += len(holders) > 1
    lines.append(
        f"of {due} messages sent after an admission: {on_newest} on that newest or a later one, "
        f"{on_older} on an older one, {nowhere} on none, {twice} on two"
    )
    lines.append(f"the last connection answers: {last in await lab.alive([last])}")
    leave_all(chain)
    return lines
